package dev.hinny.runtime.engine.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpillingSourceTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"0,100", "99,100", "100,100", "101,100", "70000,100", "300000,65536"})
    void isReadAgainFromTheStart(int size, int bound) throws IOException {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        SpillingSource source = new SpillingSource(new ByteArrayInputStream(content), -1, bound, folder);
        assertThat(source.size()).isEqualTo(-1);
        assertThat(source.bytes()).isEqualTo(content);
        assertThat(source.bytes()).isEqualTo(content);
        assertThat(source.size()).isEqualTo(size);
        assertThat(source.spilled()).isEqualTo(Math.max(0, size - bound));
        try (InputStream a = source.open();
                InputStream b = source.open()) {
            assertThat(a.readNBytes(size / 2)).isEqualTo(Arrays.copyOf(content, size / 2));
            assertThat(b.readAllBytes()).isEqualTo(content);
            assertThat(a.readAllBytes()).isEqualTo(Arrays.copyOfRange(content, size / 2, size));
        }
    }

    @Test
    void readsOnlyAsFarAsSomebodyReads() throws IOException {
        int[] taken = {0};
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                taken[0]++;
                return 1;
            }
        };
        SpillingSource source = new SpillingSource(endless, -1, 1000, folder);
        assertThat(source.open().readNBytes(10)).hasSize(10);
        assertThat(taken[0]).isLessThan(100_000);
    }

    @Test
    void aBrokenOriginBreaksEveryReader() throws IOException {
        InputStream broken = new InputStream() {
            private int left = 10;

            @Override
            public int read() throws IOException {
                if (left-- == 0) {
                    throw new IOException("connection lost");
                }
                return 7;
            }

            @Override
            public int read(byte[] to, int offset, int length) throws IOException {
                to[offset] = (byte) read();
                return 1;
            }
        };
        SpillingSource source = new SpillingSource(broken, -1, 1000, folder);
        assertThatThrownBy(() -> source.open().readAllBytes())
                .isInstanceOf(IOException.class)
                .hasMessage("connection lost");
        assertThat(source.open().readNBytes(10)).hasSize(10);
        assertThatThrownBy(() -> source.open().readAllBytes()).isInstanceOf(IOException.class);
    }
}
