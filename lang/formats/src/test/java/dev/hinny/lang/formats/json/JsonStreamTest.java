package dev.hinny.lang.formats.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hinny.base.MediaType;
import dev.hinny.base.SourceText;
import dev.hinny.lang.engine.Bindings;
import dev.hinny.lang.engine.CompileOptions;
import dev.hinny.lang.engine.Script;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.engine.format.TypedValue;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents that are longer than what is ever held of them. */
class JsonStreamTest {
    private static final long MEGA = 1 << 20;
    private static final long AHEAD = 2 * MEGA;

    @Test
    void longArraysAreWrittenWhileTheyAreRead() {
        Generated source = new Generated("[", 64 * MEGA, "]");
        long[] written = new long[2];
        OutputStream out = new OutputStream() {
            @Override
            public void write(int b) {
                written[0]++;
            }

            @Override
            public void write(byte[] bytes, int offset, int count) {
                written[0] += count;
                written[1] = Math.max(written[1], source.read - written[0] * Generated.RECORD_LENGTH / 10);
            }
        };
        script("payload filter (mod($.id, 2) == 0) map {id: $.id}").write(bindings(source), MediaType.JSON, out);
        assertThat(written[0]).isGreaterThan(3 * MEGA);
        assertThat(source.read).isGreaterThan(60 * MEGA);
        assertThat(written[1]).as("read ahead of what is written").isLessThan(AHEAD + 8 * MEGA);
    }

    @Test
    void itemsComeBeforeTheRestIsRead() {
        Generated source = new Generated("{\"head\": 1, \"rows\": [", 16 * MEGA, "], \"tail\": 2}");
        ObjectValue root = (ObjectValue) read(source);
        ArrayValue rows = (ArrayValue) Objects.requireNonNull(root.get("rows"));
        source.read = 0;
        Iterator<Value> items = rows.iterator();
        long done = 0;
        long ahead = 0;
        while (items.hasNext()) {
            items.next();
            done += Generated.RECORD_LENGTH;
            ahead = Math.max(ahead, source.read - done);
        }
        assertThat(ahead).isBetween(1L, AHEAD);
        assertThat(done).isGreaterThan(15 * MEGA);
        assertThat(root.get("tail")).isEqualTo(NumberValue.of(2L));
        assertThat(root.get("none")).isNull();
        assertThat(root.size()).isEqualTo(3);
    }

    @Test
    void aLongArrayCanBeIteratedAgainAndHasASize(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("rows.json");
        try (InputStream in = new Generated("\n\n[", 6 * MEGA, "]\n").open()) {
            Files.copy(in, file);
        }
        ArrayValue rows = (ArrayValue) read(ByteSource.of(file));
        int size = rows.size();
        assertThat(rows.size()).isEqualTo(size);
        assertThat(rows).isInstanceOf(StreamedArray.class);
        ObjectValue last = (ObjectValue) Objects.requireNonNull(rows.get(size - 1));
        assertThat(last.get("id")).isEqualTo(NumberValue.of((long) size - 1));
        assertThat(rows.get(size)).isNull();
        Script script = script(
                "var even = payload filter (mod($.id, 2) == 0) --- [sizeOf(even), sizeOf(even), sizeOf(payload)]");
        assertThat(new String(
                        script.run(bindings(ByteSource.of(file)), MediaType.JSON)
                                .bytes()
                                .bytes(),
                        StandardCharsets.UTF_8))
                .isEqualToIgnoringWhitespace("[" + (size + 1) / 2 + "," + (size + 1) / 2 + "," + size + "]");
    }

    @Test
    void saysWhereALongDocumentBreaksOff() {
        Generated source = new Generated("[\n", 6 * MEGA, "\n  oops");
        ArrayValue rows = (ArrayValue) read(source);
        assertThatThrownBy(() -> rows.forEach(row -> {})).isInstanceOfSatisfying(FormatException.class, e -> {
            assertThat(e.first().code()).isEqualTo("BAD-JSON");
            assertThat(String.valueOf(e.first().place())).isEqualTo("payload:3:3");
        });
    }

    @Test
    void aDeferredResultIsMadeWhileItIsReadAndAgainForTheNextReader() throws IOException {
        Generated source = new Generated("[", 16 * MEGA, "]");
        TypedValue result = script("output application/json deferred=true --- payload map {id: $.id}")
                .run(bindings(source));
        for (int i = 0; i < 2; i++) {
            source.read = 0;
            try (InputStream in = result.bytes().open()) {
                assertThat(new String(in.readNBytes(22), StandardCharsets.UTF_8))
                        .isEqualToIgnoringWhitespace("[ { \"id\": 0 },");
                assertThat(source.read).isLessThan(8 * MEGA);
            }
        }
    }

    @Test
    void theFailureOfADeferredResultIsThatOfItsReader() {
        TypedValue result = script("output application/json deferred=true --- payload map (1 / $.none)")
                .run(bindings(ByteSource.of("[{}]")));
        assertThatThrownBy(() -> result.bytes().bytes()).hasMessageContaining("'/'");
    }

    private static Script script(String source) {
        String text = source.contains("---") ? "%dw 2.0\n" + source : source;
        Script script = Script.compile(new SourceText("test", text), CompileOptions.NONE.withNames(Set.of("payload")));
        assertThat(script.problems()).isEmpty();
        return script;
    }

    private static Bindings bindings(ByteSource source) {
        return Bindings.builder()
                .typed("payload", TypedValue.of(source, MediaType.JSON))
                .build();
    }

    private static Value read(ByteSource source) {
        return new JsonFormat().read(source, FormatContext.of(MediaType.JSON));
    }

    /** Records between a beginning and an end, made while they are read. */
    private static final class Generated implements ByteSource {
        static final int RECORD_LENGTH = 120;

        private final byte[] begin;
        private final long length;
        private final byte[] end;
        private volatile long read;

        Generated(String begin, long length, String end) {
            this.begin = begin.getBytes(StandardCharsets.UTF_8);
            this.length = length;
            this.end = end.getBytes(StandardCharsets.UTF_8);
        }

        private byte[] record(long id) {
            byte[] record = new byte[RECORD_LENGTH];
            java.util.Arrays.fill(record, (byte) ' ');
            byte[] text = ((id == 0 ? " " : ",") + "{\"id\": " + id + ", \"name\": \"Customer " + id
                            + "\", \"tags\": [1, 2]}")
                    .getBytes(StandardCharsets.UTF_8);
            System.arraycopy(text, 0, record, 0, text.length);
            return record;
        }

        @Override
        public InputStream open() {
            return new InputStream() {
                private byte[] part = begin;
                private int at;
                private long id;
                private boolean ended;

                private boolean fill() {
                    while (at == part.length) {
                        at = 0;
                        if (ended) {
                            part = new byte[0];
                            return false;
                        }
                        if (id * RECORD_LENGTH < length) {
                            part = record(id++);
                        } else {
                            part = end;
                            ended = true;
                        }
                    }
                    return true;
                }

                @Override
                public int read() {
                    if (!fill()) {
                        return -1;
                    }
                    read++;
                    return part[at++];
                }

                @Override
                public int read(byte[] to, int offset, int count) {
                    if (!fill()) {
                        return -1;
                    }
                    int now = Math.min(count, part.length - at);
                    System.arraycopy(part, at, to, offset, now);
                    at += now;
                    read += now;
                    return now;
                }
            };
        }

        @Override
        public long size() {
            return -1;
        }
    }
}
