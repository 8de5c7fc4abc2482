package dev.hinny.lang.formats;

import static dev.hinny.lang.formats.TextFormats.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.engine.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Documents with seeded changes are read, or refused with a {@link FormatException}, and never anything else; from memory and
 * from a stream alike. More executions with the system property {@code hinny.fuzz}.
 */
class TextFormatsFuzzTest {
    private static final int EXECUTIONS = Integer.getInteger("hinny.fuzz", 3000);
    private static final byte[] MARKS = ",;\"'\\\r\n\t -:=&%+#!{}[]0u\u0000".getBytes(StandardCharsets.UTF_8);

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "csv ! 1 ! a,b,c|1,\"x \"\"y\"\"\",z\\,|,,|\"two|lines\",é,漢字 and more text than eight bytes|",
                "ndjson ! 2 ! {\"a\": [1, \"x\", null]}||[true, {\"b\": \"é\"}]|\"text\"|12.5e3|",
                "eventstream ! 3 ! : comment|data: one|data:two|id: 1||event: x|retry: 10|data|",
                "properties ! 4 ! # comment|a=1|b : two \\|   three|\\u00e9\\ x=\\t!|c||! more|d=\\\\|",
                "urlencoded ! 5 ! a=1&b=x+y%26z&c&d=%C3%A9&=&&e==",
                "multipart ! 6 ! pre|--b|Content-Disposition: form-data; name=\"a\";"
                        + " filename*=UTF-8''x%20y||text|--b|Content-Type: application/json||{\"a\": 1}|--b"
                        + " |Content-Transfer-Encoding: base64|Content-Type: text/plain||YWJj|--b|Content-Type:"
                        + " application/csv; separator=.||a.b|1.2|--b--|",
                "text ! 7 ! some text, é, 漢字|and another line"
            })
    void changedDocumentsAreReadOrRefused(String format, int seed, String document) {
        byte[] start = document.strip().replace('|', '\n').getBytes(StandardCharsets.UTF_8);
        Random random = new Random(seed);
        int refused = 0;
        for (int i = 0; i < EXECUTIONS; i++) {
            byte[] bytes = changed(start, random);
            String fromMemory = outcome(format, ByteSource.of(bytes), bytes);
            String fromStream = outcome(format, new TextFormats.Trickle(bytes, i), bytes);
            assertThat(fromStream).as(Base64.getEncoder().encodeToString(bytes)).isEqualTo(fromMemory);
            refused += fromMemory.startsWith("refused") ? 1 : 0;
        }
        assertThat(refused).isLessThan(EXECUTIONS);
    }

    private static String outcome(String format, ByteSource source, byte[] bytes) {
        try {
            Object[] options = format.equals("multipart") ? new Object[] {"boundary", "b"} : new Object[0];
            Value value = read(format, source, options);
            return TextFormats.json(value);
        } catch (FormatException e) {
            return "refused " + e.first();
        } catch (RuntimeException e) {
            return fail(Base64.getEncoder().encodeToString(bytes), e);
        }
    }

    private static byte[] changed(byte[] start, Random random) {
        byte[] bytes = start.clone();
        for (int i = 1 + random.nextInt(4); i > 0 && bytes.length > 0; i--) {
            int at = random.nextInt(bytes.length);
            int count = 1 + random.nextInt(Math.min(8, bytes.length));
            bytes = switch (random.nextInt(6)) {
                case 0 -> Arrays.copyOf(bytes, at);
                case 1 -> without(bytes, at, Math.min(count, bytes.length - at));
                case 2 -> with(bytes, at, Arrays.copyOfRange(bytes, 0, count));
                case 3 -> with(bytes, at, new byte[] {MARKS[random.nextInt(MARKS.length)]});
                case 4 -> with(bytes, at, new byte[] {(byte) random.nextInt(256)});
                default -> {
                    bytes[at] = MARKS[random.nextInt(MARKS.length)];
                    yield bytes;
                }
            };
        }
        return bytes;
    }

    private static byte[] without(byte[] bytes, int at, int count) {
        byte[] less = Arrays.copyOf(bytes, bytes.length - count);
        System.arraycopy(bytes, at + count, less, at, bytes.length - at - count);
        return less;
    }

    private static byte[] with(byte[] bytes, int at, byte[] added) {
        byte[] more = Arrays.copyOf(bytes, bytes.length + added.length);
        System.arraycopy(added, 0, more, at, added.length);
        System.arraycopy(bytes, at, more, at + added.length, bytes.length - at);
        return more;
    }
}
