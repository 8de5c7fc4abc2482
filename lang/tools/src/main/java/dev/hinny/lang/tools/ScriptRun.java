package dev.hinny.lang.tools;

import dev.hinny.base.MediaType;
import dev.hinny.base.Problem;
import dev.hinny.base.ProblemException;
import dev.hinny.base.SourceText;
import dev.hinny.lang.engine.Bindings;
import dev.hinny.lang.engine.CompileOptions;
import dev.hinny.lang.engine.Script;
import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.format.Formats;
import dev.hinny.lang.engine.format.TypedValue;
import dev.hinny.lang.front.Directive;
import dev.hinny.lang.front.Parsed;
import dev.hinny.lang.front.Parser;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One run of a script from the command line. */
final class ScriptRun {
    static final MediaType NOTATION = new MediaType("application", "dw", Map.of());

    private final SourceText source;
    private final Folders folders;
    private final ScriptInputs inputs;
    private final StandardInput standard;
    private final Consumer<String> log;

    ScriptRun(SourceText source, Folders folders, ScriptInputs inputs, StandardInput standard, Consumer<String> log) {
        this.source = source;
        this.folders = folders;
        this.inputs = inputs;
        this.standard = standard;
        this.log = log;
    }

    /**
     * Writes the result to the file, or to standard output where there is none.
     *
     * @param line whether a line end follows the result on standard output
     */
    MediaType write(MediaType otherwise, @Nullable Path target, boolean line) {
        Parsed parsed = Parser.parse(source);
        Map<String, TypedValue> values = new LinkedHashMap<>(inputs.values(standard));
        Bindings.Builder bindings = Bindings.builder();
        values.forEach(bindings::typed);
        inputs.bind(bindings);
        Set<String> names = new LinkedHashSet<>(values.keySet());
        names.add("p");
        if (inputs.isEmpty()) {
            String payload = piped(parsed);
            names.add(payload);
            bindings.lazy(payload, () -> TypedValue.of(standard.bytes(), MediaType.JSON));
        }
        CompileOptions options = CompileOptions.NONE
                .withNames(names)
                .withModules(folders)
                .withResources(folders)
                .withClassLoader(ScriptRun.class.getClassLoader())
                .withLog(log);
        Script script = Script.compile(parsed, options);
        try {
            return target == null
                    ? print(script, bindings.build(), otherwise, line)
                    : file(script, bindings.build(), otherwise, target);
        } catch (IOException | UncheckedIOException e) {
            throw new ProblemException(Problem.error("IO", null, "cannot read or write: " + e.getMessage()), e);
        }
    }

    /** The name that standard input gets: the only input that the script declares, or payload. */
    private static String piped(Parsed parsed) {
        List<Directive.Input> declared = parsed.document().header().stream()
                .filter(Directive.Input.class::isInstance)
                .map(Directive.Input.class::cast)
                .toList();
        return declared.size() == 1 ? declared.getFirst().name().text() : "payload";
    }

    private static MediaType print(Script script, Bindings bindings, MediaType otherwise, boolean line)
            throws IOException {
        OutputStream out = new BufferedOutputStream(System.out, 1 << 16);
        MediaType written = write(script, bindings, otherwise, out);
        out.flush();
        if (line && !written.essence().equals(MediaType.BINARY.essence())) {
            System.out.println();
        }
        System.out.flush();
        return written;
    }

    private static MediaType file(Script script, Bindings bindings, MediaType otherwise, Path target)
            throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        Path fresh = Files.createTempFile(folder, ".", ".new");
        try {
            MediaType written;
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(fresh), 1 << 16)) {
                written = write(script, bindings, otherwise, out);
            }
            Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
            return written;
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** A result for the Java program around it has no bytes; here it is shown in the language's own notation. */
    private static MediaType write(Script script, Bindings bindings, MediaType otherwise, OutputStream out)
            throws IOException {
        String essence =
                script.hasErrors() ? "" : script.output().orElse(otherwise).essence();
        if (!essence.equals(MediaType.JAVA.essence())) {
            return script.write(bindings, otherwise, out);
        }
        Formats.of(NOTATION).write(script.evaluate(bindings), out, FormatContext.of(NOTATION));
        return NOTATION;
    }
}
