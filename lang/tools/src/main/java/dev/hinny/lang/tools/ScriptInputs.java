package dev.hinny.lang.tools;

import dev.hinny.base.MediaType;
import dev.hinny.lang.engine.Bindings;
import dev.hinny.lang.engine.HostFunction;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.Format;
import dev.hinny.lang.engine.format.Formats;
import dev.hinny.lang.engine.format.TypedValue;
import dev.hinny.lang.engine.operation.Texts;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.StringValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
        for (Path folder : modules) {
            if (!Files.isDirectory(folder)) {
                throw new UsageException("'" + folder + "' is no folder");
            }
        }
        return modules;
    }

    boolean isEmpty() {
        return inputs.isEmpty();
    }

    /** The inputs by name. */
    public Map<String, TypedValue> values(StandardInput standard) {
        Map<String, TypedValue> values = new LinkedHashMap<>();
        for (String input : inputs) {
            int equals = input.indexOf('=');
            if (equals <= 0) {
                throw new UsageException("'" + input + "' is no input: write NAME=FILE or NAME=FILE:MIME");
            }
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
            return MediaType.parse(text).isPresent() || Formats.byId(text).isPresent();
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
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw new UsageException("cannot read the input '" + path + "'");
        }
        return TypedValue.of(
                ByteSource.of(path), reference.mime().isEmpty() ? byName(path) : mediaType(reference.mime()));
    }

    private static MediaType byName(Path path) {
        String name = String.valueOf(path.getFileName());
        return Formats.byExtension(name.substring(name.lastIndexOf('.') + 1))
                .map(format -> format.mediaTypes().get(0))
                .orElse(MediaType.BINARY);
    }

    /** A media type, or the short name of a format. */
    public static MediaType mediaType(String name) {
        return MediaType.parse(name)
                .or(() -> Formats.byId(name).map(Format::mediaTypes).map(List::getFirst))
                .orElseThrow(() -> new UsageException("'" + name + "' is no media type, such as application/json"));
    }
}
