package dev.hinny.lang.formats.multipart;

import dev.hinny.lang.engine.format.ByteSource;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** A piece of another source; nothing is copied until somebody wants an array. */
record Slice(ByteSource source, long offset, long length) implements ByteSource {
    @Override
    public InputStream open() {
        if (source instanceof Memory(byte[] array)) {
            return new ByteArrayInputStream(array, (int) offset, (int) length);
        }
        InputStream in = source.open();
        try {
            in.skipNBytes(offset);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Limited(in, length);
    }

    @Override
    public long size() {
        return length;
    }

    @Override
    public byte[] bytes() {
        return source instanceof Memory(byte[] array)
                ? Arrays.copyOfRange(array, (int) offset, (int) (offset + length))
                : ByteSource.super.bytes();
    }

    private static final class Limited extends FilterInputStream {
        private long left;

        Limited(InputStream in, long left) {
            super(in);
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            if (left <= 0) {
                return -1;
            }
            left--;
            return super.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left <= 0) {
                return length == 0 ? 0 : -1;
            }
            int read = super.read(bytes, offset, (int) Math.min(length, left));
            left -= Math.max(read, 0);
            return read;
        }

        @Override
        public long skip(long count) throws IOException {
            long skipped = super.skip(Math.min(count, left));
            left -= skipped;
            return skipped;
        }

        @Override
        public int available() throws IOException {
            return (int) Math.min(super.available(), left);
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
