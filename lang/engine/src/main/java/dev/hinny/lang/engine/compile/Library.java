package dev.hinny.lang.engine.compile;

import dev.hinny.base.SourceText;
import dev.hinny.lang.engine.Bindings;
import dev.hinny.lang.engine.CompileOptions;
import dev.hinny.lang.engine.node.Evaluation;
import dev.hinny.lang.front.Parsed;
import dev.hinny.lang.front.Parser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The modules of the standard library, each parsed when first imported and kept for the life of the JVM. */
final class Library {
    private static final Session SESSION = new Session(CompileOptions.NONE);
    private static final Evaluation EVALUATION = new Evaluation(Bindings.NONE, CompileOptions.NONE, 0);
    private static final Map<String, SourceUnit> UNITS = new ConcurrentHashMap<>();

    private Library() {}

    /** The compilation that all modules of the library share. */
    static Session session() {
        return SESSION;
    }

    /** The module that needs no import. */
    static SourceUnit core() {
        return Objects.requireNonNull(find("dw::Core"));
    }

    /** The module of a path such as {@code dw::core::Strings}; null when the library has none. */
    static synchronized @Nullable SourceUnit find(String path) {
        SourceUnit known = UNITS.get(path);
        if (known != null) {
            return known;
        }
        String file = "/" + path.replace("::", "/") + ".dwl";
        String text;
        try (InputStream in = Library.class.getResourceAsStream(file)) {
            if (in == null) {
                return null;
            }
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Parsed parsed = Parser.parse(new SourceText(file.substring(1), text));
        if (parsed.hasErrors()) {
            throw new IllegalStateException("the library's " + file + " is broken: " + parsed.problems());
        }
        SourceUnit unit = new SourceUnit(path, parsed.document(), SESSION, -1, EVALUATION);
        UNITS.put(path, unit);
        unit.declare();
        return unit;
    }
}
