package dev.hinny.lang.formats.flatfile;

import dev.hinny.base.MediaType;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Reads and writes flat files for tests, with a schema as text. */
final class FlatFiles {
    private static final MediaType TYPE = new MediaType("application", "flatfile", Map.of());
    private static final byte[] MARKS =
            "0123456789 +-.{}JAp'\"[]:,-#&*!\r\n\t\u0000".getBytes(StandardCharsets.ISO_8859_1);

    private FlatFiles() {}

    /** @param options names and values in turn */
    static FormatContext context(String schema, String... options) {
        Map<String, Value> map = new LinkedHashMap<>();
        map.put("schemaPath", StringValue.of("classpath://schema"));
        for (int i = 0; i < options.length; i += 2) {
            map.put(options[i], StringValue.of(options[i + 1]));
        }
        return new FormatContext(TYPE, map, "payload", url -> ByteSource.of(schema));
    }

    static Value read(String schema, ByteSource source, String... options) {
        return new FlatFileFormat().read(source, context(schema, options));
    }

    static byte[] write(String schema, Value value, String... options) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(schema, value, out, options);
        return out.toByteArray();
    }

    static void write(String schema, Value value, OutputStream out, String... options) {
        try {
            new FlatFileFormat().write(value, out, context(schema, options));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes with a few seeded changes. */
    static byte[] changed(byte[] start, Random random) {
        byte[] bytes = start.clone();
        for (int i = 1 + random.nextInt(3); i > 0 && bytes.length > 0; i--) {
            int at = random.nextInt(bytes.length);
            int count = Math.min(1 + random.nextInt(8), bytes.length - at);
            bytes = switch (random.nextInt(6)) {
                case 0 -> Arrays.copyOf(bytes, at);
                case 1 -> joined(bytes, at, new byte[0], at + count);
                case 2 -> joined(bytes, at, Arrays.copyOfRange(bytes, at, at + count), at);
                case 3 -> joined(bytes, at, new byte[] {MARKS[random.nextInt(MARKS.length)]}, at);
                case 4 -> joined(bytes, at, new byte[] {(byte) random.nextInt(256)}, at + 1);
                default -> joined(bytes, at, new byte[] {MARKS[random.nextInt(MARKS.length)]}, at + 1);
            };
        }
        return bytes;
    }

    private static byte[] joined(byte[] bytes, int at, byte[] added, int rest) {
        byte[] all = Arrays.copyOf(bytes, at + added.length + bytes.length - rest);
        System.arraycopy(added, 0, all, at, added.length);
        System.arraycopy(bytes, rest, all, at + added.length, bytes.length - rest);
        return all;
    }
}
