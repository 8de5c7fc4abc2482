package dev.hinny.lang.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hinny.base.Covers;
import dev.hinny.base.MediaType;
import dev.hinny.base.ProblemException;
import dev.hinny.base.SourceText;
import dev.hinny.lang.engine.Bindings;
import dev.hinny.lang.engine.CompileOptions;
import dev.hinny.lang.engine.HostFunction;
import dev.hinny.lang.engine.Script;
import dev.hinny.lang.engine.operation.Texts;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.front.Directive;
import dev.hinny.lang.front.Document;
import dev.hinny.lang.front.Documentation;
import dev.hinny.lang.front.Parser;
import dev.hinny.lang.front.StandardLibrary;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every example in the library's documentation gives the value that it says. */
class LibraryExamplesTest {
    private static final MediaType SCRIPT = new MediaType("application", "dw", java.util.Map.of());
    private static final String FAILS = "error ";

    /** The functions that an application supplies. */
    private static final Bindings HOST = Bindings.builder()
            .function("p", HostFunction.of("p", List.of("name"), a -> StringValue.of("value of " + Texts.of(a[0]))))
            .function("lookup", HostFunction.of("lookup", List.of("flow", "payload", "timeout?"), a -> a[1]))
            .function("causedBy", HostFunction.of("causedBy", List.of("error", "type?"), a -> BooleanValue.TRUE))
            .build();

    @TestFactory
    @Covers({"DW-002", "DW-003"})
    Stream<DynamicTest> examples() {
        return StandardLibrary.modules().stream().flatMap(LibraryExamplesTest::examples);
    }

    private static Stream<DynamicTest> examples(String module) {
        SourceText source = Objects.requireNonNull(StandardLibrary.source(module));
        Document document = Parser.parse(source).document();
        List<DynamicTest> tests = new ArrayList<>();
        for (Directive directive : document.header()) {
            for (Documentation.Example example :
                    Documentation.of(document, directive, source.text()).examples()) {
                int line = directive.span().line();
                tests.add(DynamicTest.dynamicTest(
                        module + ":" + line + " "
                                + example.script().lines().findFirst().orElse(""),
                        () -> check(module, example)));
            }
        }
        return tests.stream();
    }

    private static void check(String module, Documentation.Example example) {
        if (example.expected().startsWith(FAILS)) {
            ProblemException thrown = catchThrowableOfType(ProblemException.class, () -> run(example.scriptIn(module)));
            assertThat(thrown).as("the example must fail").isNotNull();
            assertThat(thrown.first().code())
                    .isEqualTo(example.expected().substring(FAILS.length()).strip());
        } else if (example.expected().isEmpty()) {
            run(example.scriptIn(module));
        } else {
            Documentation.Example expected = new Documentation.Example(example.expected(), "");
            assertThat(run(example.scriptIn(module))).isEqualTo(run(expected.scriptIn(module)));
        }
    }

    private static String run(String script) {
        CompileOptions options = CompileOptions.NONE
                .withNames(HOST.names())
                .withResources(url -> null)
                .withClassLoader(LibraryExamplesTest.class.getClassLoader());
        byte[] result = Script.compile(new SourceText("example.dwl", script), options)
                .run(HOST, SCRIPT)
                .bytes()
                .bytes();
        return new String(result, StandardCharsets.UTF_8);
    }
}
