package dev.hinny.lang.tools;

import dev.hinny.base.MediaType;
import dev.hinny.base.Problem;
import dev.hinny.base.ProblemException;
import dev.hinny.base.SourceText;
import dev.hinny.lang.engine.Bindings;
import dev.hinny.lang.engine.CompileOptions;
import dev.hinny.lang.engine.Script;
import dev.hinny.lang.engine.format.ByteSource;
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
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
     * Where the result goes: to the file, or to standard output where there is none.
     *
     * @param terminal whether standard output is a terminal
     * @param line whether a line end follows the result on standard output
     */
    record Target(@Nullable Path file, boolean terminal, boolean line) {}

    MediaType write(MediaType otherwise, Target target) {
        Parsed parsed = Parser.parse(source);
        Map<String, TypedValue> values = new LinkedHashMap<>(inputs.values(standard));
        Bindings.Builder bindings = Bindings.builder();
        values.forEach(bindings::typed);
        inputs.bind(bindings);
        Set<String> names = new LinkedHashSet<>(values.keySet());
        names.add("p");
        if (inputs.isEmpty()) {
            Directive.Input declared = piped(parsed);
            String payload = declared == null ? "payload" : declared.name().text();
            boolean json = declared == null || declared.format().isEmpty();
            names.add(payload);
            bindings.lazy(payload, () -> TypedValue.of(json ? document(payload) : standard.bytes(), MediaType.JSON));
        }
        CompileOptions options = CompileOptions.NONE
                .withNames(names)
                .withModules(folders)
                .withResources(folders)
                .withClassLoader(ScriptRun.class.getClassLoader())
                .withLog(log);
        Script script = Script.compile(parsed, options);
        try {
            Path file = target.file();
            return file == null
                    ? print(script, bindings.build(), otherwise, target)
                    : ResultFile.write(file, out -> write(script, bindings.build(), otherwise, out));
        } catch (IOException e) {
            throw failure(e);
        } catch (UncheckedIOException e) {
            throw failure(Objects.requireNonNull(e.getCause()));
        }
    }

    private static ProblemException failure(IOException e) {
        String file =
                e instanceof FileSystemException told && told.getFile() != null ? " '" + told.getFile() + "'" : "";
        return new ProblemException(Problem.error("IO", null, "cannot read or write" + file + ": " + Reasons.of(e)), e);
    }

    /** Standard input where JSON is expected, of which nothing is no document. */
    private ByteSource document(String name) {
        ByteSource bytes = standard.bytes();
        if (bytes.size() == 0) {
            throw new ProblemException(Problem.error(
                    "NO-INPUT",
                    null,
                    "'" + name + "' is standard input, and nothing came from there",
                    "pipe a document in, or name a file: -i " + name + "=FILE"));
        }
        return bytes;
    }

    /** What standard input is: the only input that the script declares, or null for payload. */
    private static Directive.@Nullable Input piped(Parsed parsed) {
        List<Directive.Input> declared = parsed.document().header().stream()
                .filter(Directive.Input.class::isInstance)
                .map(Directive.Input.class::cast)
                .toList();
        return declared.size() == 1 ? declared.getFirst() : null;
    }

    private static MediaType print(Script script, Bindings bindings, MediaType otherwise, Target target)
            throws IOException {
        if (target.terminal() && !script.hasErrors()) {
            refuseBinary(script.output().orElse(otherwise));
        }
        OutputStream out = new BufferedOutputStream(System.out, 1 << 16);
        MediaType written = write(script, bindings, otherwise, out);
        out.flush();
        if (target.line() && !written.essence().equals(MediaType.BINARY.essence())) {
            System.out.println();
        }
        // A stream for printing keeps its failures to itself: a full disk would look like success.
        if (System.out.checkError()) {
            throw new IOException("standard output takes no more");
        }
        return written;
    }

    private static void refuseBinary(MediaType mediaType) {
        if (Formats.find(mediaType).filter(format -> !format.isText()).isPresent()) {
            throw new UsageException("'" + mediaType.essence() + "' is binary and nothing for a terminal:"
                    + " name a file with -O, or send it on with '>' or '|'");
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
