package dev.hinny.lang.avro;

import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.value.ListArray;
import dev.hinny.lang.engine.value.Value;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Goes once through the data of a container file, with one block in memory. */
final class ContainerReader implements Iterator<Value> {
    /** A block may have so many bytes, compressed or not. */
    private static final int MAX_BLOCK = 128 << 20;

    private static final int MAX_HEADER = 16 << 20;
    private static final int SMALL = 1 << 20;

    private final String name;
    private final InputStream in;
    private final DatumReader datums;
    private final byte[] sync;
    private final boolean deflated;
    private long offset;
    private long blockStart;
    private long left;
    private BoundedDecoder block = new BoundedDecoder(new byte[0], 0);

    private ContainerReader(ByteSource source, String name, @Nullable Schema wanted, boolean logical) {
        this.name = name;
        this.in = new BufferedInputStream(source.open(), 1 << 16);
        try {
            bytes(4);
            String schema = null;
            String codec = "null";
            for (long count = number(); count != 0; count = number()) {
                if (count < 0) {
                    number();
                    count = -count;
                }
                for (long i = 0; i < count; i++) {
                    String key = new String(bytes(number()), StandardCharsets.UTF_8);
                    byte[] value = bytes(number());
                    if (key.equals("avro.schema")) {
                        schema = new String(value, StandardCharsets.UTF_8);
                    } else if (key.equals("avro.codec")) {
                        codec = new String(value, StandardCharsets.UTF_8);
                    }
                    if (offset > MAX_HEADER) {
                        throw new IOException("a header of more than " + MAX_HEADER + " bytes");
                    }
                }
            }
            this.sync = bytes(16);
            if (schema == null) {
                throw new IOException("the header has no schema");
            }
            if (!codec.equals("null") && !codec.equals("deflate")) {
                throw AvroFormat.bad(
                        name, offset, "the blocks are compressed with '" + codec + "'", "write it with deflate", null);
            }
            this.deflated = codec.equals("deflate");
            Schema written = AvroFormat.schema(schema, name);
            this.datums = new DatumReader(written, wanted == null ? written : wanted, logical);
        } catch (IOException | AvroRuntimeException e) {
            close();
            throw bad(offset, e);
        }
    }

    /** The file's data as an array: in memory when the file is small, else read again for each iteration. */
    static Value open(ByteSource source, String name, @Nullable Schema wanted, boolean logical) {
        if (source.size() >= 0 && source.size() <= SMALL) {
            List<Value> all = new ArrayList<>();
            new ContainerReader(source, name, wanted, logical).forEachRemaining(all::add);
            return new ListArray(all, dev.hinny.lang.engine.value.Schema.NONE);
        }
        new ContainerReader(source, name, wanted, logical).close();
        return new DataArray(
                () -> new ContainerReader(source, name, wanted, logical), dev.hinny.lang.engine.value.Schema.NONE);
    }

    @Override
    public boolean hasNext() {
        try {
            while (left == 0) {
                if (block.remaining() > 0) {
                    throw new IOException(block.remaining() + " bytes follow the last datum of the block");
                }
                in.mark(1);
                if (in.read() < 0) {
                    close();
                    return false;
                }
                in.reset();
                nextBlock();
            }
            return true;
        } catch (IOException | DataFormatException e) {
            close();
            throw bad(offset, e);
        }
    }

    private void nextBlock() throws IOException, DataFormatException {
        long count = number();
        long size = number();
        if (count < 0 || size < 0 || size > MAX_BLOCK) {
            throw new IOException("a block of " + count + " data and " + size + " bytes; at most " + MAX_BLOCK
                    + " bytes are allowed");
        }
        blockStart = offset;
        byte[] data = bytes(size);
        if (!Arrays.equals(bytes(16), sync)) {
            throw new IOException("the block does not end with the file's marker");
        }
        byte[] plain = deflated ? inflated(data) : data;
        if (count > plain.length && count > 1_000_000) {
            throw new IOException("a block of " + count + " data in " + plain.length + " bytes");
        }
        block = new BoundedDecoder(plain, 0);
        left = count;
    }

    private static byte[] inflated(byte[] data) throws IOException, DataFormatException {
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(data);
            ByteArrayOutputStream plain = new ByteArrayOutputStream(data.length * 2 + 64);
            byte[] buffer = new byte[8192];
            while (!inflater.finished()) {
                int length = inflater.inflate(buffer);
                if (length == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    throw new EOFException("the compressed block has no end");
                }
                plain.write(buffer, 0, length);
                if (plain.size() > MAX_BLOCK) {
                    throw new IOException("a compressed block of more than " + MAX_BLOCK + " bytes");
                }
            }
            return plain.toByteArray();
        }
    }

    @Override
    public Value next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        try {
            Value value = datums.read(block);
            left--;
            return value;
        } catch (IOException | AvroRuntimeException | IndexOutOfBoundsException e) {
            close();
            throw bad(blockStart + (deflated ? 0 : block.position()), e);
        }
    }

    private long number() throws IOException {
        long value = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            int b = in.read();
            if (b < 0) {
                throw new EOFException("the file ends too early");
            }
            offset++;
            value |= (long) (b & 0x7f) << shift;
            if (b < 0x80) {
                return value >>> 1 ^ -(value & 1);
            }
        }
        throw new IOException("a number of more than ten bytes");
    }

    private byte[] bytes(long length) throws IOException {
        if (length < 0 || length > MAX_BLOCK) {
            throw new IOException("a length of " + length);
        }
        byte[] read = in.readNBytes((int) length);
        offset += read.length;
        if (read.length < length) {
            throw new EOFException("the file ends " + (length - read.length) + " bytes too early");
        }
        return read;
    }

    private RuntimeException bad(long at, Exception e) {
        return AvroFormat.bad(
                name, at, String.valueOf(e.getMessage()), "check that the file is whole and fits the schema", e);
    }

    private void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw bad(offset, e);
        }
    }
}
