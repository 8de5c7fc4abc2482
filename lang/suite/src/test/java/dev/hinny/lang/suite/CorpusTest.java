package dev.hinny.lang.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hinny.base.Covers;
import dev.hinny.base.MediaType;
import dev.hinny.base.Problem;
import dev.hinny.base.ProblemException;
import dev.hinny.base.SourceText;
import dev.hinny.lang.engine.Bindings;
import dev.hinny.lang.engine.CompileOptions;
import dev.hinny.lang.engine.HostFunction;
import dev.hinny.lang.engine.Script;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.Format;
import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.format.Formats;
import dev.hinny.lang.engine.format.TypedValue;
import dev.hinny.lang.engine.operation.Renderings;
import dev.hinny.lang.engine.value.StringValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs {@code cases/TOPIC/CASE}: {@code transform.dwl} with {@code in.*} as payload gives {@code out.*}, or fails as
 * {@code error.txt} says: code and position on its first line, a part of the message on the second.
 */
class CorpusTest {
    /** Behind a code: where the failure is found may differ from run to run. */
    private static final String ANYWHERE = " anywhere";

    private static final Path CASES = Path.of("src/test/resources/cases");

    @TestFactory
    @Covers("DW-001")
    Stream<DynamicTest> cases() throws IOException {
        return Files.walk(CASES)
                .filter(file -> file.endsWith("transform.dwl"))
                .sorted()
                .map(file -> DynamicTest.dynamicTest(
                        CASES.relativize(file.getParent()).toString(), () -> check(file.getParent())));
    }

    private static void check(Path folder) throws IOException {
        Path error = folder.resolve("error.txt");
        if (Files.exists(error)) {
            List<String> lines = Files.readAllLines(error);
            ProblemException thrown = catchThrowableOfType(
                    ProblemException.class, () -> run(folder, "json").bytes());
            assertThat(thrown).as("the script must fail").isNotNull();
            Problem first = thrown.first();
            String place = first.place() == null
                    ? ""
                    : " " + first.place().line() + ":" + first.place().column();
            assertThat(first.code() + (lines.get(0).endsWith(ANYWHERE) ? ANYWHERE : place))
                    .isEqualTo(lines.get(0));
            assertThat(first.message() + " " + first.hint()).contains(lines.size() > 1 ? lines.get(1) : "");
            return;
        }
        Path expected = find(folder, "out.");
        assertThat(expected).as("out.* or error.txt").isNotNull();
        String extension = extension(expected);
        String text = Files.readString(expected);
        TypedValue result = run(folder, extension);
        String got = new String(result.bytes().bytes(), StandardCharsets.UTF_8);
        if (extension.equals("json")) {
            assertThat(json(got)).isEqualTo(json(text));
        } else {
            assertThat(got.strip()).isEqualTo(text.strip());
        }
    }

    private static String json(String text) {
        return Renderings.compact(
                Formats.of(MediaType.JSON).read(ByteSource.of(text), FormatContext.of(MediaType.JSON)));
    }

    private static TypedValue run(Path folder, String extension) throws IOException {
        Bindings.Builder bindings = Bindings.builder()
                .function(
                        "p",
                        HostFunction.of(
                                "p", List.of("name"), a -> StringValue.of("value of " + ((StringValue) a[0]).text())))
                .function("lookup", HostFunction.of("lookup", List.of("flow", "payload", "timeout?"), a -> a[1]));
        Path input = find(folder, "in.");
        if (input != null) {
            bindings.typed("payload", TypedValue.of(ByteSource.of(input), mediaType(extension(input))));
        }
        CompileOptions options = CompileOptions.NONE
                .withNames(Set.of("payload", "p", "lookup"))
                .withModules(path -> module(folder.resolve(path)))
                .withResources(url -> resource(folder, url))
                .withClassLoader(CorpusTest.class.getClassLoader());
        SourceText source = new SourceText("transform.dwl", Files.readString(folder.resolve("transform.dwl")));
        return Script.compile(source, options).run(bindings.build(), mediaType(extension));
    }

    private static @Nullable SourceText module(Path file) {
        try {
            return Files.exists(file) ? new SourceText(file.getFileName().toString(), Files.readString(file)) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable ByteSource resource(Path folder, String url) {
        Path file = folder.resolve(url.substring(url.lastIndexOf('/') + 1));
        return Files.exists(file) ? ByteSource.of(file) : null;
    }

    private static @Nullable Path find(Path folder, String prefix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().startsWith(prefix))
                    .findFirst()
                    .orElse(null);
        }
    }

    private static String extension(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static MediaType mediaType(String extension) {
        return Formats.byExtension(extension)
                .map(Format::mediaTypes)
                .orElseThrow()
                .get(0);
    }
}
