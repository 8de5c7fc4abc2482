package dev.hinny.lang.front.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.base.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Expressions have the types that {@code types-of-expressions.txt} says; {@code \n} there is a line's end. */
class ExpressionTypesTest {
    private static final String ARROW = " ==> ";

    @TestFactory
    Stream<DynamicTest> expressionsHaveTheirTypes() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/types-of-expressions.txt")).stream()
                .filter(line -> !line.isBlank())
                .map(line -> line.split(ARROW, 2))
                .map(parts -> DynamicTest.dynamicTest(parts[0], () -> {
                    String script = parts[0].replace("\\n", "\n");
                    assertThat(Checks.typeOf(script, Environment.FLOW)).isEqualTo(parts[1]);
                    assertThat(Checks.lines(Checks.check(script), Severity.ERROR))
                            .isEmpty();
                }));
    }

    @Test
    void whatTheHostTellsOfItsNamesIsKnown() {
        Type orders = new Type.Array(new Type.Object(
                java.util.List.of(
                        Type.Field.of("id", Type.NUMBER),
                        new Type.Field("note", null, Type.STRING, true, false, java.util.List.of())),
                Type.Extent.CLOSED,
                false));
        Environment environment = Environment.FLOW.withNames(Map.of("payload", orders));

        assertThat(Checks.typeOf("payload map $.id", environment)).isEqualTo("Array<Number>");
        assertThat(Checks.typeOf("payload[0].note", environment)).isEqualTo("String | Null");
        assertThat(Checks.lines(Checks.check("payload map upper($)", environment), Severity.ERROR))
                .containsExactly("script.dwl:1:19: error: WRONG-ARGUMENTS: 'upper' takes a String, found "
                        + "{| id: Number, note?: String |} "
                        + "(it is upper(text: String) or upper(value: Null))");
    }

    @Test
    void functionsOfTheHostAreCheckedWhereTheirTypeIsKnown() {
        Type twice = new Type.Function(
                java.util.List.of(), java.util.List.of(new Type.Parameter("n", Type.NUMBER, false)), Type.NUMBER);
        Environment environment = Environment.NONE.withNames(Map.of("twice", twice));

        assertThat(Checks.typeOf("twice(2)", environment)).isEqualTo("Number");
        assertThat(Checks.lines(Checks.check("twice()", environment), Severity.ERROR))
                .containsExactly("script.dwl:1:1: error: WRONG-ARGUMENTS: 'twice' does not take 0 arguments "
                        + "(it is twice(n: Number))");
    }
}
