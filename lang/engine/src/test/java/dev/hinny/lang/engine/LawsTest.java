package dev.hinny.lang.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.base.SourceText;
import dev.hinny.lang.engine.operation.Renderings;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.TemporalValue;
import dev.hinny.lang.engine.value.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws that hold for any input, tried on seeded random ones; each script must be true. */
class LawsTest {
    private final Random random = new Random(20261124);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sizeOf(a ++ b) == sizeOf(a) + sizeOf(b)",
                "(a ++ b)[0 to sizeOf(a) - 1] == a or isEmpty(a)",
                "((a ++ b) -- a) == (b -- a)",
                "flatten([a, b]) == (a ++ b)",
                "(a map $) == a",
                "(a filter true) == a and isEmpty(a filter false)",
                "(a orderBy $) == ((a orderBy $) orderBy $)",
                "sizeOf(a orderBy $) == sizeOf(a)",
                "((a map {v: $, k: 1}) orderBy $.k map $.v) == a",
                "isEmpty(a) or a[-1 to 0][-1 to 0] == a",
                "isEmpty(a) or a[-1] == a[-1 to 0][0]",
                "(a distinctBy $) == ((a distinctBy $) distinctBy $)",
                "sum(a) == (a reduce (x, s = 0) -> s + x)",
                "isEmpty(a) or max(a) == (a orderBy $)[-1]",
                "isEmpty(a) or min(a) == (a orderBy -$)[-1]",
                "sum(flatten(valuesOf(a groupBy $))) == sum(a)",
                "(a zip a) == (a map [$, $])",
                "(a contains (a[0] default 0)) or isEmpty(a)",
                "(a map ($ as String) map ($ as Number)) == a",
                "((a map ($ as String {format: '0.000000'})) map ($ as Number)) == a",
                "isEmpty(a) or ((a joinBy '|') splitBy '|') == (a map $ as String)",
                "(a map -(-$)) == a",
                "isEmpty(a map abs($) filter $ < 0)"
            })
    void arrays(String law) {
        check(law, 60);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(o -- keysOf(o)) == {}",
                "(o ++ {}) == o",
                "(o mapObject {($$): $}) == o",
                "(o pluck $$) == keysOf(o) and (o pluck $) == valuesOf(o)",
                "({(o pluck {($$): $})}) == o",
                "(o filterObject true) == o",
                "sizeOf(o) == sizeOf(namesOf(o))",
                "(entriesOf(o) reduce (e, acc = {}) -> acc ++ {(e.key): e.value}) == o"
            })
    void objects(String law) {
        check(law, 40);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(d as String) as Date == d",
                "(d as String {format: 'dd/MM/uuuu'}) as Date {format: 'dd/MM/uuuu'} == d",
                "(d + |P3D|) - |P3D| == d",
                "(d + |P1M|) > d",
                "daysBetween(d, d + |P10D|) == 10",
                "(s ++ s) startsWith s",
                "upper(lower(upper(s))) == upper(s)",
                "sizeOf(s ++ s) == 2 * sizeOf(s)",
                "(s replace 'a' with 'b') == (s splitBy 'a' joinBy 'b')",
                "s == '' or s[-1 to 0][-1 to 0] == s",
                "(s as Binary) as String == s",
                "trim(' ' ++ trim(s) ++ ' ') == trim(s)"
            })
    void textsAndDates(String law) {
        check(law, 60);
    }

    private void check(String law, int times) {
        Script script = Script.compile(
                new SourceText("law", law), CompileOptions.NONE.withNames(Set.of("a", "b", "o", "d", "s")));
        assertThat(script.problems()).isEmpty();
        for (int i = 0; i < times; i++) {
            Value a = array();
            Value b = array();
            Value o = object();
            Value d = TemporalValue.of(LocalDate.ofEpochDay(random.nextInt(40_000)));
            Value s = StringValue.of(text());
            Bindings bindings = Bindings.builder()
                    .value("a", a)
                    .value("b", b)
                    .value("o", o)
                    .value("d", d)
                    .value("s", s)
                    .build();
            assertThat(script.evaluate(bindings))
                    .as(() -> "a=" + Renderings.compact(a) + " b=" + Renderings.compact(b) + " o="
                            + Renderings.compact(o) + " d=" + Renderings.compact(d) + " s=" + Renderings.compact(s))
                    .isEqualTo(BooleanValue.TRUE);
        }
    }

    private Value array() {
        List<Value> items = new ArrayList<>();
        int size = random.nextInt(6);
        for (int i = 0; i < size; i++) {
            items.add(number());
        }
        return ArrayValue.of(items);
    }

    private Value number() {
        return random.nextBoolean()
                ? NumberValue.of((long) random.nextInt(21) - 10)
                : NumberValue.of(BigDecimal.valueOf(random.nextInt(2001) - 1000, 2));
    }

    private Value object() {
        List<Entry> entries = new ArrayList<>();
        int size = random.nextInt(5);
        for (int i = 0; i < size; i++) {
            entries.add(Entry.of("k" + random.nextInt(4), number()));
        }
        return ObjectValue.of(entries);
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        int size = random.nextInt(8);
        for (int i = 0; i < size; i++) {
            text.append("abc ".charAt(random.nextInt(4)));
        }
        return text.toString();
    }
}
