package dev.hinny.runtime.engine.store;

import dev.hinny.runtime.api.store.ObjectStore;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * An entry as it is kept.
 *
 * @param written milliseconds of the clock
 * @param sequence order of writing
 */
record Stored(ObjectStore.Entry entry, long written, long sequence) {
    byte[] encode() {
        byte[] type = entry.mediaType().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(20 + type.length + entry.bytes().length)
                .putLong(written)
                .putLong(sequence)
                .putInt(type.length)
                .put(type)
                .put(entry.bytes())
                .array();
    }

    static Stored decode(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        long written = in.getLong();
        long sequence = in.getLong();
        byte[] type = new byte[in.getInt()];
        in.get(type);
        byte[] content = new byte[in.remaining()];
        in.get(content);
        return new Stored(new ObjectStore.Entry(content, new String(type, StandardCharsets.UTF_8)), written, sequence);
    }
}
