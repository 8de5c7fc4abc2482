package dev.hinny.lang.formats.yaml;

import dev.hinny.base.MediaType;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.operation.Renderings;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** Reads and writes in one line. */
final class Yaml {
    static final YamlFormat FORMAT = new YamlFormat();

    private Yaml() {}

    static Value read(String text, String... options) {
        return FORMAT.read(ByteSource.of(text), context(options));
    }

    static String shown(String text, String... options) {
        return Renderings.compact(read(text, options));
    }

    static String write(Value value, String... options) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            FORMAT.write(value, out, context(options));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(context(options).charset());
    }

    static FormatContext context(String... options) {
        Map<String, Value> properties = new HashMap<>();
        for (int i = 0; i < options.length; i += 2) {
            properties.put(options[i], StringValue.of(options[i + 1]));
        }
        return new FormatContext(MediaType.parse("application/yaml").orElseThrow(), properties, "in.yaml");
    }
}
