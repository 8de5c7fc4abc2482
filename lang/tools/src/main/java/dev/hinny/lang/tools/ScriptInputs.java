package dev.hinny.lang.tools;

import dev.hinny.base.MediaType;
import dev.hinny.base.Suggestion;
import dev.hinny.lang.engine.Bindings;
import dev.hinny.lang.engine.HostFunction;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.Format;
import dev.hinny.lang.engine.format.Formats;
import dev.hinny.lang.engine.format.TypedValue;
import dev.hinny.lang.engine.operation.Texts;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.StringValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** What scripts get from the command line: inputs, properties, folders with modules. */
public final class ScriptInputs {
    @Option(
            names = {"-i", "--input"},
            paramLabel = "NAME=FILE[:MIME]",
            description =
                    "An input, '-' for standard input; its media type follows from the script's 'input' directive or"
                            + " the file name when it is not given.")
    private List<String> inputs = List.of();

    @Option(
            names = {"-D", "--property"},
            paramLabel = "NAME=VALUE",
            description = "A property that p('NAME') answers.")
    private Map<String, String> properties = Map.of();

    @Option(
            names = {"-m", "--modules"},
            paramLabel = "FOLDER",
            description = "A folder with modules and resources; may be given several times.")
    private List<Path> modules = List.of();

    /** The folders with modules, besides the script's own. */
    public List<Path> modules() {
        checkFolders(modules);
        return modules;
    }

    static void checkFolders(List<Path> folders) {
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                throw new UsageException("'" + folder + "' is no folder");
            }
        }
    }

    /** Tells inputs that are none, before anything waits for standard input. */
    void check() {
        Set<String> names = new LinkedHashSet<>();
        for (String input : inputs) {
            int equals = input.indexOf('=');
            if (equals <= 0) {
                throw new UsageException("'" + input + "' is no input: write NAME=FILE or NAME=FILE:MIME");
            }
            if (!names.add(input.substring(0, equals))) {
                throw new UsageException("the input '" + input.substring(0, equals) + "' is given twice");
            }
        }
    }

    boolean isEmpty() {
        return inputs.isEmpty();
    }

    /** The inputs by name. */
    public Map<String, TypedValue> values(StandardInput standard) {
        check();
        Map<String, TypedValue> values = new LinkedHashMap<>();
        for (String input : inputs) {
            int equals = input.indexOf('=');
            values.put(input.substring(0, equals), input(input.substring(equals + 1), standard));
        }
        return values;
    }

    /** The files among the inputs. */
    Set<Path> files() {
        Set<Path> files = new LinkedHashSet<>();
        for (String input : inputs) {
            Reference reference = Reference.of(input.substring(input.indexOf('=') + 1));
            if (!reference.file().equals("-")) {
                files.add(Path.of(reference.file()));
            }
        }
        return files;
    }

    /** Binds {@code p}. */
    public void bind(Bindings.Builder bindings) {
        bindings.function("p", HostFunction.of("p", List.of("name"), arguments -> {
            String value = properties.get(Texts.of(arguments[0]));
            return value == null ? NullValue.NULL : StringValue.of(value);
        }));
    }

    private record Reference(String file, String mime) {
        static Reference of(String text) {
            int colon = text.lastIndexOf(':');
            boolean typed = colon > 0 && colon < text.length() - 1 && isType(text.substring(colon + 1));
            return typed ? new Reference(text.substring(0, colon), text.substring(colon + 1)) : new Reference(text, "");
        }

        private static boolean isType(String text) {
            return known(text).isPresent();
        }
    }

    private static TypedValue input(String text, StandardInput standard) {
        Reference reference = Reference.of(text);
        if (reference.file().equals("-")) {
            return TypedValue.of(
                    standard.bytes(), reference.mime().isEmpty() ? MediaType.JSON : mediaType(reference.mime()));
        }
        return file(reference);
    }

    /** A file as an input, written {@code FILE} or {@code FILE:MIME}. */
    public static TypedValue file(String reference) {
        return file(Reference.of(reference));
    }

    private static TypedValue file(Reference reference) {
        Path path = Path.of(reference.file());
        if (reference.file().isEmpty()) {
            throw new UsageException("the name of a file is missing: write NAME=FILE or NAME=FILE:MIME");
        }
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            checkType(reference.file());
            String reason = Files.isDirectory(path)
                    ? "it is a folder"
                    : Files.exists(path) ? "permission denied" : "it does not exist";
            throw new UsageException("cannot read the input '" + path + "': " + reason);
        }
        // What comes through a pipe, such as the shell's <(command), comes once.
        return TypedValue.of(
                Files.isRegularFile(path) ? ByteSource.of(path) : new StandardInput(open(path)).bytes(),
                reference.mime().isEmpty() ? byName(path) : mediaType(reference.mime()));
    }

    private static InputStream open(Path path) {
        try {
            return Files.newInputStream(path);
        } catch (IOException e) {
            throw new UsageException("cannot read the input '" + path + "': " + Reasons.of(e));
        }
    }

    /** Where what stands before the last colon can be read, it is what stands behind it that is wrong. */
    private static void checkType(String file) {
        int colon = file.lastIndexOf(':');
        if (colon > 0 && (file.startsWith("-:") || Files.isRegularFile(Path.of(file.substring(0, colon))))) {
            mediaType(file.substring(colon + 1));
        }
    }

    private static MediaType byName(Path path) {
        String name = String.valueOf(path.getFileName());
        return Formats.byExtension(name.substring(name.lastIndexOf('.') + 1))
                .map(format -> format.mediaTypes().get(0))
                .orElse(MediaType.BINARY);
    }

    /** A media type, the short name of a format or the ending of its files; parameters may follow. */
    public static MediaType mediaType(String name) {
        return known(name).orElseThrow(() -> {
            List<String> ids = Formats.all().stream().map(Format::id).toList();
            return new UsageException("'" + name + "' is no media type, such as application/json, and no format ("
                    + Suggestion.didYouMean(name, ids, String.join(", ", ids)) + ")");
        });
    }

    private static Optional<MediaType> known(String name) {
        int end = name.indexOf(';') < 0 ? name.length() : name.indexOf(';');
        String id = name.substring(0, end).strip();
        return MediaType.parse(name)
                .or(() -> Formats.byId(id)
                        .or(() -> Formats.byExtension(id))
                        .map(format -> format.mediaTypes().getFirst().essence() + name.substring(end))
                        .flatMap(MediaType::parse));
    }
}
