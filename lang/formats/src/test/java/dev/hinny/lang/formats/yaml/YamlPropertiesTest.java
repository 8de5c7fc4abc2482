package dev.hinny.lang.formats.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.engine.operation.Renderings;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What holds for every document: reading gives back what was written, and damage never does more than fail. */
class YamlPropertiesTest {
    private static final String CHARACTERS =
            "ab -:#?,[]{}&*!|>'\"%@`\n\n \t\r\\0123.eé€\uD83D\uDE00\u0007\u0085\u2028\uFEFF~<=";
    private static final String[] DOCUMENTS = {
        "a: &x [1, {b: c}]\nd: *x\ne: |\n  text\n  more\nf: >\n  folded\n",
        "%YAML 1.2\n---\n- 'it''s'\n- \"a\\tb\\u00e9\"\n- !!int 5\n- !tag {a: b}\n- ? k\n  : v\n",
        "base: &b {x: 1}\nall:\n  <<: *b\n  y: [1.5, 0x1f, ~, true, 2020-01-01]\n",
    };

    @Test
    void whatIsWrittenIsReadBack() {
        Random random = new Random(7);
        Load oracle =
                new Load(LoadSettings.builder().setAllowDuplicateKeys(true).build());
        for (int i = 0; i < 2000; i++) {
            Value value = value(random, 0);
            String text = Yaml.write(value);
            assertThat(Renderings.compact(Yaml.read(text))).as(text).isEqualTo(Renderings.compact(value));
            oracle.loadFromString(text);
        }
    }

    private static Value value(Random random, int depth) {
        return switch (random.nextInt(depth > 4 ? 5 : 8)) {
            case 0 -> NullValue.NULL;
            case 1 -> BooleanValue.of(random.nextBoolean());
            case 2 -> NumberValue.of(new BigDecimal(random.nextInt(10_000)).movePointLeft(random.nextInt(6)));
            case 3, 4 -> StringValue.of(text(random));
            case 5, 6 -> {
                List<Entry> entries = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    String name = text(random);
                    entries.add(Entry.of(name.equals("<<") ? "k" : name, value(random, depth + 1)));
                }
                yield ObjectValue.of(entries);
            }
            default -> {
                List<Value> items = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    items.add(value(random, depth + 1));
                }
                yield ArrayValue.of(items);
            }
        };
    }

    private static String text(Random random) {
        int[] points = CHARACTERS.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.toString();
    }

    @Test
    void damagedDocumentsFailWithAPlace() {
        Random random = new Random(11);
        int executions = Integer.getInteger("hinny.fuzz", 5000);
        for (int i = 0; i < executions; i++) {
            byte[] bytes = DOCUMENTS[random.nextInt(DOCUMENTS.length)].getBytes(StandardCharsets.UTF_8);
            for (int changes = random.nextInt(4); changes >= 0; changes--) {
                int at = random.nextInt(bytes.length);
                if (random.nextInt(6) == 0) {
                    bytes = java.util.Arrays.copyOf(bytes, Math.max(1, at));
                } else {
                    bytes[at] = random.nextInt(4) == 0
                            ? (byte) random.nextInt(256)
                            : (byte) "-:#?,[]{}&*!|>'\"%@ \n\ta0".charAt(random.nextInt(23));
                }
            }
            try {
                Renderings.compact(Yaml.FORMAT.read(ByteSource.of(bytes), Yaml.context()));
            } catch (FormatException e) {
                assertThat(e.first().place()).isNotNull();
            }
        }
    }
}
