package dev.hinny.lang.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.hinny.base.Problem;
import dev.hinny.base.ProblemException;
import dev.hinny.base.SourceText;
import dev.hinny.lang.engine.Bindings;
import dev.hinny.lang.engine.CompileOptions;
import dev.hinny.lang.engine.Script;
import dev.hinny.lang.engine.operation.Forcing;
import dev.hinny.lang.front.Directive;
import dev.hinny.lang.front.Parser;
import dev.hinny.lang.front.StandardLibrary;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Functions, operators, coercions and indexes with any values: each gives a value, or an error of the language with a place.
 * {@code -Dhinny.fuzz=N} runs N of them.
 */
class LibraryFuzzTest {
    private static final int EXECUTIONS = Integer.getInteger("hinny.fuzz", 5000);

    private static final List<String> MODULES =
            List.of("dw::Core", "dw::core::Strings", "dw::core::Arrays", "dw::core::Objects", "dw::core::Numbers");

    private static final List<String> VALUES = """
        null
        true
        0
        -1
        2.5
        1e400
        99999999999999999999
        -9223372036854775808
        ""
        "12"
        "a b-C"
        "\\uD83D\\uDE00x"
        "application/json"
        []
        [1, 2, 3]
        [null]
        ["a", 1, null]
        [[1], [2, 3]]
        [{a: 1}, {a: "x"}]
        {}
        {a: 1, a: {b: 2}}
        {format: "x"}
        |2020-01-01|
        |2020-01-01T10:00:00Z|
        |2020-01-01T10:00:00|
        |10:00:00|
        |10:00:00Z|
        |-03:00|
        |P1Y|
        |PT1H|
        |P999999999Y|
        |PT99999999999999H|
        /a(b)?/
        5 to 1
        1 to 300
        "a" as Binary
        "a" as Key
        "a" as Uri
        Number
        (x) -> x
        (x, y) -> y
        (x, y = 0) -> [x]
        (x) -> {a: x}
        (0 to 150) map $\
        """.lines().toList();

    private static final List<String> OPERATORS =
            List.of("+", "-", "*", "/", "++", "--", "<<", ">>", "==", "~=", "<", ">=", "default", "and", "or");

    private static final List<String> TYPES = """
        String
        Number
        Boolean
        Date
        DateTime
        LocalDateTime
        LocalTime
        Time
        TimeZone
        Period
        Regex
        Binary
        Key
        Namespace
        Array<Number>
        {a: String}
        Enum
        CData
        Number {format: "#.#"}
        Number {unit: "days"}
        String {format: "yyyy"}
        String {format: "0.0", roundMode: "ODD"}
        String {encoding: "odd"}
        String {base: "16"}
        Binary {base: "64"}
        Date {format: "dd", locale: "zz_ZZ"}\
        """.lines().toList();

    private final Random random = new Random(20_260_101);

    @Test
    void everythingGivesAValueOrAnErrorWithAPlace() {
        List<String> calls = new ArrayList<>();
        for (String module : MODULES) {
            for (Directive directive : Parser.parse(Objects.requireNonNull(StandardLibrary.source(module)))
                    .document()
                    .header()) {
                if (directive instanceof Directive.Function f) {
                    calls.add(module + "::" + f.name().text() + " "
                            + f.parameters().size());
                }
            }
        }
        for (int i = 0; i < EXECUTIONS; i++) {
            check(script(calls));
        }
    }

    private String script(List<String> calls) {
        return switch (random.nextInt(8)) {
            case 0 -> value() + " " + any(OPERATORS) + " " + value();
            case 1 -> value() + " as " + any(TYPES);
            case 2 -> value() + "[" + value() + "]";
            default -> {
                String[] call = any(calls).split(" ");
                List<String> arguments = new ArrayList<>();
                for (int i = Integer.parseInt(call[1]); i > 0; i--) {
                    arguments.add(value());
                }
                yield call[0] + "(" + String.join(", ", arguments) + ")";
            }
        };
    }

    private String value() {
        return "(" + any(VALUES) + ")";
    }

    private String any(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static void check(String script) {
        try {
            Forcing.force(Script.compile(new SourceText("fuzz.dwl", script), CompileOptions.NONE)
                    .evaluate(Bindings.NONE));
        } catch (ProblemException e) {
            Problem problem = e.first();
            assertThat(problem.place()).as(script + ": " + problem.line()).isNotNull();
            assertThat(problem.line()).as(script).hasSizeLessThan(1500);
        } catch (RuntimeException | Error e) {
            fail(script, e);
        }
    }
}
