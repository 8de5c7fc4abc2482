package dev.hinny.cli.script;

import dev.hinny.base.MediaType;
import dev.hinny.base.Problem;
import dev.hinny.base.ProblemException;
import dev.hinny.base.SourceText;
import dev.hinny.lang.engine.Bindings;
import dev.hinny.lang.engine.CompileOptions;
import dev.hinny.lang.engine.Script;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.Format;
import dev.hinny.lang.engine.format.Formats;
import dev.hinny.lang.engine.format.TypedValue;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a transformation script over files or standard input. */
@Command(
        name = "dw",
        description = "Run a DataWeave script: inputs from files or standard input, the result on standard output.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  echo '{\"a\": 1}' | hinny dw -s 'payload.a + 1'",
            "  hinny dw transform.dwl -i payload=orders.csv -i rates=rates.json -o application/json"
        })
public final class ScriptCommand implements Callable<Integer> {
    private static final int FAILED = 1;
    private static final int USAGE = 2;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = {"-s", "--script"},
            paramLabel = "SCRIPT",
            description = "The script itself.")
    private @Nullable String text;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The script's file.")
    private @Nullable Path file;

    @Option(
            names = {"-i", "--input"},
            paramLabel = "NAME=FILE[:MIME]",
            description = "An input; its media type follows from the file name when it is not given.")
    private List<String> inputs = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "MIME",
            description = "Media type of the result where the script does not say: application/json.")
    private String output = "application/json";

    @Option(names = "--jsonl", paramLabel = "IN", description = "Run many cases, one JSON object a line.")
    private @Nullable Path cases;

    @Option(names = "--out", paramLabel = "OUT", description = "Where the cases' results go, one JSON object a line.")
    private @Nullable Path results;

    @Override
    public Integer call() throws IOException {
        if (cases != null) {
            return runCases(cases);
        }
        if ((text == null) == (file == null)) {
            return usage("give the script with -s, or the name of its file");
        }
        SourceText source;
        try {
            source = text != null ? new SourceText("<script>", text) : read(file);
        } catch (NoSuchFileException e) {
            return usage("there is no file '" + e.getFile() + "'");
        }
        try {
            Map<String, TypedValue> values = inputs.isEmpty() ? standardInput(source) : files();
            run(source, values);
            return 0;
        } catch (UsageException e) {
            return usage(e.getMessage());
        } catch (ProblemException e) {
            e.problems().forEach(p -> err().println(render(p, source)));
            return FAILED;
        }
    }

    private int runCases(Path from) throws IOException {
        if (results == null) {
            return usage("--jsonl needs --out");
        }
        if (!Files.isReadable(from)) {
            return usage("cannot read '" + from + "'");
        }
        new ScriptCases(from, results).run();
        return 0;
    }

    private static SourceText read(@Nullable Path path) throws IOException {
        Path script = java.util.Objects.requireNonNull(path);
        return new SourceText(script.toString(), Files.readString(script));
    }

    private void run(SourceText source, Map<String, TypedValue> values) throws IOException {
        Path folder = file == null
                ? Path.of("")
                : Path.of("").resolve(file).toAbsolutePath().getParent();
        FolderResources resources = new FolderResources(folder == null ? Path.of("") : folder);
        CompileOptions options = CompileOptions.NONE
                .withNames(values.keySet())
                .withModules(resources)
                .withResources(resources)
                .withClassLoader(ScriptCommand.class.getClassLoader())
                .withLog(err()::println);
        Bindings.Builder bindings = Bindings.builder();
        values.forEach(bindings::typed);
        PrintStream out = System.out;
        MediaType written = Script.compile(source, options).write(bindings.build(), mediaType(output), out);
        if (!written.essence().equals(MediaType.BINARY.essence())) {
            out.println();
        }
        out.flush();
    }

    /** Standard input is the payload, but only when the script asks for it: a terminal would make it wait. */
    private static Map<String, TypedValue> standardInput(SourceText source) throws IOException {
        if (!source.text().contains("payload")) {
            return Map.of("payload", TypedValue.NULL);
        }
        byte[] bytes = System.in.readAllBytes();
        return Map.of("payload", TypedValue.of(ByteSource.of(bytes), MediaType.JSON));
    }

    private Map<String, TypedValue> files() {
        Map<String, TypedValue> values = new LinkedHashMap<>();
        for (String input : inputs) {
            int equals = input.indexOf('=');
            if (equals <= 0) {
                throw new UsageException("'" + input + "' is no input: write NAME=FILE or NAME=FILE:MIME");
            }
            values.put(input.substring(0, equals), input(input.substring(equals + 1)));
        }
        return values;
    }

    private static TypedValue input(String reference) {
        int colon = reference.lastIndexOf(':');
        String mime = colon > 0 && reference.indexOf('/', colon) > 0 ? reference.substring(colon + 1) : "";
        Path path = Path.of(mime.isEmpty() ? reference : reference.substring(0, colon));
        if (!Files.isReadable(path)) {
            throw new UsageException("cannot read the input '" + path + "'");
        }
        return TypedValue.of(ByteSource.of(path), mime.isEmpty() ? byName(path) : mediaType(mime));
    }

    private static MediaType byName(Path path) {
        String name = String.valueOf(path.getFileName());
        return Formats.byExtension(name.substring(name.lastIndexOf('.') + 1))
                .map(format -> format.mediaTypes().get(0))
                .orElse(MediaType.BINARY);
    }

    /** A media type, or the short name of a format. */
    private static MediaType mediaType(String name) {
        return MediaType.parse(name)
                .or(() -> Formats.byId(name).map(Format::mediaTypes).map(List::getFirst))
                .orElseThrow(() -> new UsageException("'" + name + "' is no media type, such as application/json"));
    }

    private static String render(Problem problem, SourceText source) {
        return problem.place() != null && problem.place().source().equals(source.name())
                ? problem.render(source)
                : problem.line();
    }

    private int usage(@Nullable String message) {
        err().println("hinny dw: " + message);
        return USAGE;
    }

    private PrintWriter err() {
        return java.util.Objects.requireNonNull(spec).commandLine().getErr();
    }

    /** The arguments do not say what to do. */
    private static final class UsageException extends UncheckedIOException {
        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message, new IOException(message));
        }
    }
}
