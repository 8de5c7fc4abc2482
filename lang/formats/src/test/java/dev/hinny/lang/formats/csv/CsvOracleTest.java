package dev.hinny.lang.formats.csv;

import static dev.hinny.lang.formats.TextFormats.read;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.formats.TextFormats.Trickle;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random documents without escapes mean the same to us, from memory and from a stream, as to another reader. */
class CsvOracleTest {
    private static final String[] PIECES = {
        "a",
        "bc",
        "long text without marks ",
        " ",
        "é",
        "漢",
        "𝄞",
        "1.5",
        "\\",
        "'",
        "\t",
        ",",
        ",",
        ",",
        "\n",
        "\n",
        "\r\n"
    };

    @Test
    void anotherReaderFindsTheSameFields() {
        Random random = new Random(42);
        for (int i = 0; i < 4000; i++) {
            String text = document(random);
            List<List<String>> expected = new ArrayList<>();
            for (CsvRecord line : CsvReader.builder()
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .ofCsvRecord(text)) {
                expected.add(line.getFields());
            }
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            assertThat(fields(ByteSource.of(bytes))).as(text).isEqualTo(expected);
            assertThat(fields(new Trickle(bytes, i))).as(text).isEqualTo(expected);
        }
    }

    private static List<List<String>> fields(ByteSource source) {
        List<List<String>> all = new ArrayList<>();
        for (Value row : (ArrayValue) read("csv", source, "header", false, "escape", "")) {
            List<String> fields = new ArrayList<>();
            for (Entry entry : (ObjectValue) row) {
                fields.add(entry.value().toString());
            }
            all.add(fields);
        }
        return all;
    }

    private static String document(Random random) {
        StringBuilder out = new StringBuilder();
        int fields = random.nextInt(30);
        for (int i = 0; i < fields; i++) {
            boolean quoted = random.nextInt(4) == 0;
            StringBuilder field = new StringBuilder();
            for (int j = random.nextInt(5); j > 0; j--) {
                String piece = PIECES[random.nextInt(quoted ? PIECES.length : 11)];
                field.append(piece).append(quoted && random.nextInt(4) == 0 ? "\"\"" : "");
            }
            out.append(quoted ? "\"" + field + "\"" : field);
            out.append(i == fields - 1 ? "" : PIECES[11 + random.nextInt(PIECES.length - 11)]);
        }
        return out.toString();
    }
}
