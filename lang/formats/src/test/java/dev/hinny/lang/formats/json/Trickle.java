package dev.hinny.lang.formats.json;

import dev.hinny.lang.engine.format.ByteSource;
import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** Bytes of which a stream hands out only a few at a time. */
record Trickle(byte[] bytes, int most) implements ByteSource {
    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] to, int offset, int count) {
                return super.read(to, offset, Math.min(count, most));
            }
        };
    }

    @Override
    public long size() {
        return -1;
    }
}
