package dev.hinny.lang.engine.value;

import dev.hinny.lang.engine.format.ByteSource;

/** Bytes, in memory or in a repeatable source. */
public record BinaryValue(ByteSource source, Schema schema) implements Value {
    public static BinaryValue of(byte[] bytes) {
        return new BinaryValue(ByteSource.of(bytes), Schema.NONE);
    }

    public byte[] bytes() {
        return source.bytes();
    }

    @Override
    public BinaryValue withSchema(Schema other) {
        return new BinaryValue(source, other);
    }
}
