package dev.hinny.lang.avro;

import dev.hinny.lang.engine.value.Value;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/** Reads one datum that carries no schema, with or without the header of the single-object encoding. */
final class BareReader {
    private static final int HEADER = 10;

    private BareReader() {}

    static Value read(byte[] bytes, String name, Schema schema, boolean logical) {
        int offset = 0;
        if (bytes.length >= HEADER && bytes[0] == (byte) 0xC3 && bytes[1] == 1) {
            long fingerprint =
                    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(2);
            // bare data may start with these two bytes by chance: only a match makes them a header
            offset = fingerprint == SchemaNormalization.parsingFingerprint64(schema) ? HEADER : 0;
        }
        BoundedDecoder decoder = new BoundedDecoder(bytes, offset);
        try {
            Value value = new DatumReader(schema, schema, logical).read(decoder);
            if (decoder.remaining() > 0) {
                throw AvroFormat.bad(
                        name,
                        decoder.position(),
                        decoder.remaining() + " bytes follow the datum",
                        "check that the data were written with the schema of schemaUrl",
                        null);
            }
            return value;
        } catch (IOException | AvroRuntimeException | IndexOutOfBoundsException e) {
            throw AvroFormat.bad(
                    name,
                    decoder.position(),
                    String.valueOf(e.getMessage()),
                    "check that the data are whole and were written with the schema of schemaUrl",
                    e);
        }
    }
}
