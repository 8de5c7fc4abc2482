package dev.hinny.lang.formats.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.base.MediaType;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

/** Whatever the document, reading and writing it is what another implementation does. */
class JsonDifferentialTest {
    private static final JsonFormat FORMAT = new JsonFormat();
    /** Exponents that would make so long a text are refused. */
    private static final int LONG = 100_000;

    private static final int RUNS = Integer.getInteger("hinny.fuzz", 3_000);

    @Test
    void documentsAreReadAndWrittenAsByJackson() {
        for (int seed = 0; seed < RUNS; seed++) {
            byte[] document = JsonTexts.document(seed).getBytes(StandardCharsets.UTF_8);
            Value value = read(ByteSource.of(document));
            assertThat(write(value, false)).as("seed %d", seed).isEqualTo(Jackson.rewrite(document, false));
            assertThat(write(value, true)).as("seed %d", seed).isEqualTo(Jackson.rewrite(document, true));
        }
    }

    @Test
    void arraysReadItemByItemAreTheSame() {
        for (int seed = 0; seed < RUNS; seed++) {
            byte[] document = JsonTexts.array(seed).getBytes(StandardCharsets.UTF_8);
            ByteSource slow = new Trickle(document, 1 + seed % 7);
            Value streamed = new StreamedArray(new Origin(slow, StandardCharsets.UTF_8, "payload"), 0, 0, Schema.NONE);
            assertThat(write(streamed, false)).as("seed %d", seed).isEqualTo(Jackson.rewrite(document, false));
        }
    }

    @Test
    void damagedDocumentsAreRefusedInTheSameCases() {
        Random random = new Random(11);
        int refused = 0;
        for (int seed = 0; seed < RUNS * 4; seed++) {
            byte[] document = damaged(JsonTexts.document(seed % 500).getBytes(StandardCharsets.UTF_8), random);
            if (!isUtf8(document) || looksWide(document)) {
                continue;
            }
            String ours = attempt(document);
            String theirs;
            try {
                theirs = Jackson.rewrite(document, false);
            } catch (JacksonException | NumberFormatException e) {
                theirs = null;
            }
            if (ours == null) {
                refused++;
            }
            if (!hasSpecials(document) && !(ours == null && theirs != null && theirs.length() > LONG)) {
                assertThat(ours)
                        .as(new String(document, StandardCharsets.UTF_8))
                        .isEqualTo(theirs);
            }
        }
        assertThat(refused).isGreaterThan(RUNS);
    }

    @Test
    void damagedArraysAreRefusedAtTheSamePlaceWhenReadItemByItem() {
        Random random = new Random(12);
        for (int seed = 0; seed < RUNS; seed++) {
            byte[] document = damaged(JsonTexts.array(seed % 500).getBytes(StandardCharsets.UTF_8), random);
            if (document.length < 4 || document[0] != '[' || looksWide(document)) {
                continue;
            }
            Value streamed = new StreamedArray(
                    new Origin(new Trickle(document, 5), StandardCharsets.UTF_8, "payload"), 0, 0, Schema.NONE);
            assertThat(failure(() -> write(streamed, false)))
                    .as(new String(document, StandardCharsets.UTF_8))
                    .isEqualTo(failure(() -> write(read(ByteSource.of(document)), false)));
        }
    }

    private static String failure(Runnable work) {
        try {
            work.run();
            return "";
        } catch (FormatException e) {
            return String.valueOf(e.first().place());
        }
    }

    private static byte[] damaged(byte[] document, Random random) {
        byte[] damaged = document.clone();
        switch (random.nextInt(3)) {
            case 0 -> {
                return java.util.Arrays.copyOf(damaged, random.nextInt(damaged.length + 1));
            }
            case 1 -> damaged[random.nextInt(damaged.length)] = (byte) "{}[],:\"\\0.e- x".charAt(random.nextInt(14));
            default -> damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        return damaged;
    }

    private static boolean isUtf8(byte[] document) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(document));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** What begins with zero bytes or a mark is taken for another encoding, by everybody in a way of their own. */
    private static boolean looksWide(byte[] document) {
        for (int i = 0; i < Math.min(4, document.length); i++) {
            if (document[i] == 0 || document[i] < 0) {
                return true;
            }
        }
        return false;
    }

    /** Halves of pairs, which Jackson does not write. */
    private static boolean hasSpecials(byte[] document) {
        String text = new String(document, StandardCharsets.UTF_8).toLowerCase(java.util.Locale.ROOT);
        return text.contains("\\ud8") || text.contains("\\udf") || text.contains("\\ud");
    }

    private static String attempt(byte[] document) {
        try {
            return write(read(ByteSource.of(document)), false);
        } catch (FormatException e) {
            assertThat(e.first().code()).isEqualTo("BAD-JSON");
            return null;
        }
    }

    private static Value read(ByteSource source) {
        return FORMAT.read(source, FormatContext.of(MediaType.JSON));
    }

    private static String write(Value value, boolean indent) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            FORMAT.write(
                    value, out, new FormatContext(MediaType.JSON, Map.of("indent", BooleanValue.of(indent)), "output"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
