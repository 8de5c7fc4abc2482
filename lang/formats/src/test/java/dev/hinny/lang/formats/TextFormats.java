package dev.hinny.lang.formats;

import dev.hinny.base.MediaType;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.format.Formats;
import dev.hinny.lang.engine.operation.Renderings;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Reads and writes for tests. */
public final class TextFormats {
    private TextFormats() {}

    /** A source of unknown size whose streams give a few bytes at a time. */
    public record Trickle(byte[] bytes, int seed) implements ByteSource {
        @Override
        public InputStream open() {
            Random random = new Random(seed);
            return new ByteArrayInputStream(bytes) {
                @Override
                public int read(byte[] target, int offset, int length) {
                    return super.read(target, offset, Math.min(length, 1 + random.nextInt(7)));
                }
            };
        }

        @Override
        public long size() {
            return -1;
        }
    }

    /** @param options names and values in turn */
    public static Value read(String format, String text, Object... options) {
        return read(format, ByteSource.of(text), options);
    }

    public static Value read(String format, ByteSource source, Object... options) {
        return Formats.byId(format).orElseThrow().read(source, context(format, options));
    }

    public static byte[] bytes(String format, Value value, Object... options) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Formats.byId(format).orElseThrow().write(value, out, context(format, options));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public static String write(String format, Value value, Object... options) {
        return new String(bytes(format, value, options), StandardCharsets.UTF_8);
    }

    /** The value as JSON on one line. */
    public static String json(Value value) {
        return write("json", value, "indent", false);
    }

    public static Value value(String json) {
        return read("json", json);
    }

    public static String compact(Value value) {
        return Renderings.compact(value);
    }

    private static FormatContext context(String format, Object... options) {
        Map<String, Value> map = new LinkedHashMap<>();
        for (int i = 0; i < options.length; i += 2) {
            map.put(
                    (String) options[i],
                    switch (options[i + 1]) {
                        case Boolean b -> b ? BooleanValue.TRUE : BooleanValue.FALSE;
                        case Integer n -> NumberValue.of(n.longValue());
                        case Object o -> StringValue.of(o.toString());
                    });
        }
        MediaType type = Formats.byId(format).orElseThrow().mediaTypes().get(0);
        return new FormatContext(type, map, "payload");
    }
}
