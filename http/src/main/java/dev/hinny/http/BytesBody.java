package dev.hinny.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bytes in memory. */
final class BytesBody implements Body {
    static final BytesBody EMPTY = new BytesBody(new byte[0]);

    private final byte[] array;

    BytesBody(byte[] array) {
        this.array = array;
    }

    byte[] array() {
        return array;
    }

    @Override
    public long length() {
        return array.length;
    }

    @Override
    public InputStream stream() {
        return new ByteArrayInputStream(array);
    }

    @Override
    public byte[] bytes(int limit) throws IOException {
        if (array.length > limit) {
            throw new BodyTooLargeException(limit);
        }
        return array;
    }
}
