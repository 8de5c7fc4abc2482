package dev.hinny.lang.formats.ndjson;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Collects lines; a flush by the writer of one line hands nothing on. */
final class LineBuffer extends OutputStream {
    private final OutputStream out;
    private final int size;
    private final ByteArrayOutputStream collected;

    LineBuffer(OutputStream out, int size) {
        this.out = out;
        this.size = size;
        this.collected = new ByteArrayOutputStream(size);
    }

    @Override
    public void write(int b) throws IOException {
        collected.write(b);
        handOn();
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        collected.write(bytes, offset, length);
        handOn();
    }

    private void handOn() throws IOException {
        if (collected.size() >= size) {
            collected.writeTo(out);
            collected.reset();
        }
    }

    /** Hands everything on. */
    void drain() throws IOException {
        collected.writeTo(out);
        collected.reset();
        out.flush();
    }
}
