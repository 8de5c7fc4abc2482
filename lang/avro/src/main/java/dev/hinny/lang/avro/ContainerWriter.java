package dev.hinny.lang.avro;

import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/** Writes a container file: a block whenever enough data have come together, uncompressed. */
final class ContainerWriter {
    private static final int BLOCK = 64_000;

    private final Schema schema;
    private final OutputStream out;
    private final byte[] sync = new byte[16];
    private final ByteArrayOutputStream block = new ByteArrayOutputStream(BLOCK + 1024);
    private final BinaryEncoder head;
    private final BinaryEncoder data;
    private long count;

    ContainerWriter(Schema schema, OutputStream out) {
        this.schema = schema;
        this.out = out;
        this.head = EncoderFactory.get().directBinaryEncoder(out, null);
        this.data = EncoderFactory.get().directBinaryEncoder(block, null);
        new Random().nextBytes(sync);
    }

    /** The items of an array are the file's data; any other value is its only datum. */
    void write(Value value) throws IOException {
        out.write(new byte[] {'O', 'b', 'j', 1});
        head.writeMapStart();
        head.setItemCount(2);
        head.writeString("avro.schema");
        head.writeBytes(schema.toString().getBytes(StandardCharsets.UTF_8));
        head.writeString("avro.codec");
        head.writeBytes("null".getBytes(StandardCharsets.UTF_8));
        head.writeMapEnd();
        head.flush();
        out.write(sync);
        DatumWriter datums = new DatumWriter(data);
        if (value instanceof ArrayValue array) {
            int index = 0;
            for (Value item : array) {
                datum(datums, item, "payload[" + index++ + "]");
            }
        } else {
            datum(datums, value, "payload");
        }
        flush();
    }

    private void datum(DatumWriter datums, Value value, String path) throws IOException {
        datums.write(schema, value, path);
        data.flush();
        count++;
        if (block.size() >= BLOCK) {
            flush();
        }
    }

    private void flush() throws IOException {
        if (count == 0) {
            return;
        }
        head.writeLong(count);
        head.writeLong(block.size());
        head.flush();
        block.writeTo(out);
        out.write(sync);
        block.reset();
        count = 0;
    }
}
