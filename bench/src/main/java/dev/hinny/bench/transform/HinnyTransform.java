package dev.hinny.bench.transform;

import dev.hinny.base.MediaType;
import dev.hinny.base.ProblemException;
import dev.hinny.base.SourceText;
import dev.hinny.lang.engine.Bindings;
import dev.hinny.lang.engine.CompileOptions;
import dev.hinny.lang.engine.Script;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.TypedValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;

/** Hinny's script, compiled once. */
public final class HinnyTransform implements Transform {
    private final Script script;
    private final MediaType input;

    /** @param resource the script on the class path */
    public HinnyTransform(String resource, MediaType input) {
        this.input = input;
        script = Script.compile(
                new SourceText(resource, source(resource)), CompileOptions.NONE.withNames(Set.of("payload")));
        if (script.hasErrors()) {
            throw new ProblemException(script.problems());
        }
    }

    static String source(String resource) {
        try (InputStream in = Objects.requireNonNull(HinnyTransform.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] apply(byte[] document) {
        TypedValue payload = TypedValue.of(ByteSource.of(document), input);
        return script.run(Bindings.builder().typed("payload", payload).build())
                .bytes()
                .bytes();
    }
}
