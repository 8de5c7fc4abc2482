package dev.hinny.lang.engine.format;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Gathers what a writer writes; what comes at once is copied once. Not safe for use by several threads. */
public final class Chunks extends OutputStream {
    private final List<byte[]> chunks = new ArrayList<>(1);
    private int size;

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) {
        if (count > 0) {
            chunks.add(Arrays.copyOfRange(bytes, offset, offset + count));
            size = Math.addExact(size, count);
        }
    }

    /** All bytes; the array is the caller's, but nothing may be written after. */
    public byte[] toByteArray() {
        if (chunks.size() == 1) {
            return chunks.get(0);
        }
        byte[] all = new byte[size];
        int at = 0;
        for (byte[] chunk : chunks) {
            System.arraycopy(chunk, 0, all, at, chunk.length);
            at += chunk.length;
        }
        return all;
    }
}
