package dev.hinny.lang.avro;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.io.Decoder;
import org.apache.avro.util.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * Decodes from an array and believes no length that goes beyond its end. Items without bytes (nulls, empty records) are
 * limited in number, since nothing else bounds them.
 */
final class BoundedDecoder extends Decoder {
    private static final long MAX_EMPTY_ITEMS = 1_000_000;

    private final byte[] bytes;
    private int position;
    private long items;

    BoundedDecoder(byte[] bytes, int offset) {
        this.bytes = bytes;
        this.position = offset;
    }

    int position() {
        return position;
    }

    int remaining() {
        return bytes.length - position;
    }

    private int take(long length) throws IOException {
        if (length < 0) {
            throw new AvroRuntimeException("a length of " + length);
        }
        if (length > remaining()) {
            throw new EOFException("the data end " + (length - remaining()) + " bytes too early");
        }
        int start = position;
        position += (int) length;
        return start;
    }

    @Override
    public void readNull() {}

    @Override
    public boolean readBoolean() throws IOException {
        byte value = bytes[take(1)];
        if (value != 0 && value != 1) {
            throw new AvroRuntimeException("a boolean of " + value);
        }
        return value == 1;
    }

    @Override
    public int readInt() throws IOException {
        long value = readLong();
        if (value != (int) value) {
            throw new AvroRuntimeException("an int of " + value);
        }
        return (int) value;
    }

    @Override
    public long readLong() throws IOException {
        long value = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            byte b = bytes[take(1)];
            value |= (long) (b & 0x7f) << shift;
            if (b >= 0) {
                return value >>> 1 ^ -(value & 1);
            }
        }
        throw new AvroRuntimeException("a number of more than ten bytes");
    }

    @Override
    public float readFloat() throws IOException {
        return Float.intBitsToFloat(Integer.reverseBytes(ByteBuffer.wrap(bytes).getInt(take(4))));
    }

    @Override
    public double readDouble() throws IOException {
        return Double.longBitsToDouble(Long.reverseBytes(ByteBuffer.wrap(bytes).getLong(take(8))));
    }

    @Override
    public Utf8 readString(@Nullable Utf8 old) throws IOException {
        return new Utf8(readString());
    }

    @Override
    public String readString() throws IOException {
        int length = length();
        return new String(bytes, take(length), length, StandardCharsets.UTF_8);
    }

    private int length() throws IOException {
        long length = readLong();
        if (length > remaining()) {
            take(length);
        }
        return (int) length;
    }

    @Override
    public void skipString() throws IOException {
        take(readLong());
    }

    @Override
    public ByteBuffer readBytes(@Nullable ByteBuffer old) throws IOException {
        int length = length();
        int start = take(length);
        return ByteBuffer.wrap(Arrays.copyOfRange(bytes, start, start + length));
    }

    @Override
    public void skipBytes() throws IOException {
        take(readLong());
    }

    @Override
    public void readFixed(byte[] target, int start, int length) throws IOException {
        System.arraycopy(bytes, take(length), target, start, length);
    }

    @Override
    public void skipFixed(int length) throws IOException {
        take(length);
    }

    @Override
    public int readEnum() throws IOException {
        return readInt();
    }

    @Override
    public long readArrayStart() throws IOException {
        return count();
    }

    @Override
    public long arrayNext() throws IOException {
        return count();
    }

    private long count() throws IOException {
        long count = readLong();
        if (count < 0) {
            if (count == Long.MIN_VALUE) {
                throw new AvroRuntimeException("a count of " + count);
            }
            count = -count;
            readLong();
        }
        items += count;
        if (count > remaining() && count > MAX_EMPTY_ITEMS || items > bytes.length + MAX_EMPTY_ITEMS || items < 0) {
            throw new AvroRuntimeException("a count of " + count + ", more than the data can hold");
        }
        return count;
    }

    @Override
    public long skipArray() throws IOException {
        long count = readLong();
        while (count < 0) {
            take(readLong());
            count = readLong();
        }
        return count;
    }

    @Override
    public long readMapStart() throws IOException {
        return count();
    }

    @Override
    public long mapNext() throws IOException {
        return count();
    }

    @Override
    public long skipMap() throws IOException {
        return skipArray();
    }

    @Override
    public int readIndex() throws IOException {
        return readInt();
    }
}
