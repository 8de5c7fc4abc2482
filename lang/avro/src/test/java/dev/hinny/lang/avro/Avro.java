package dev.hinny.lang.avro;

import dev.hinny.base.MediaType;
import dev.hinny.base.SourceText;
import dev.hinny.lang.engine.Bindings;
import dev.hinny.lang.engine.CompileOptions;
import dev.hinny.lang.engine.Script;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.operation.Renderings;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** Reads and writes with the schemas of a test. */
final class Avro {
    static final AvroFormat FORMAT = new AvroFormat();

    static final String EVERYTHING = """
        {"type": "record", "name": "Everything", "namespace": "all", "fields": [
          {"name": "n", "type": "null", "default": null},
          {"name": "b", "type": "boolean", "default": false},
          {"name": "i", "type": "int", "default": 0},
          {"name": "l", "type": "long", "default": 0},
          {"name": "f", "type": "float", "default": 0},
          {"name": "d", "type": "double", "default": 0},
          {"name": "s", "type": "string", "default": ""},
          {"name": "bytes", "type": "bytes", "default": ""},
          {"name": "fixed", "type": {"type": "fixed", "name": "Two", "size": 2}, "default": "\\u0001\\u00ff"},
          {"name": "enum", "type": {"type": "enum", "name": "Suit", "symbols": ["HEARTS", "SPADES"]}, "default": "HEARTS"},
          {"name": "array", "type": {"type": "array", "items": "int"}, "default": []},
          {"name": "map", "type": {"type": "map", "values": "string"}, "default": {}},
          {"name": "union", "type": ["null", "string", "int", "double", "Suit", {"type": "array", "items": "string"}], "default": null},
          {"name": "next", "type": ["null", "Everything"], "default": null},
          {"name": "date", "type": ["null", {"type": "int", "logicalType": "date"}], "default": null},
          {"name": "time", "type": ["null", {"type": "int", "logicalType": "time-millis"}], "default": null},
          {"name": "at", "type": ["null", {"type": "long", "logicalType": "timestamp-micros"}], "default": null},
          {"name": "local", "type": ["null", {"type": "long", "logicalType": "local-timestamp-millis"}], "default": null},
          {"name": "amount", "type": ["null", {"type": "bytes", "logicalType": "decimal", "precision": 9, "scale": 2}], "default": null},
          {"name": "id", "type": ["null", {"type": "string", "logicalType": "uuid"}], "default": null}
        ]}
        """;

    private Avro() {}

    static FormatContext context(String schema, boolean logical) {
        Map<String, Value> properties = new HashMap<>();
        if (!schema.isEmpty()) {
            properties.put("schemaUrl", StringValue.of("classpath://s.avsc"));
        }
        properties.put("logicalTypes", BooleanValue.of(logical));
        return new FormatContext(
                MediaType.parse("application/avro").orElseThrow(),
                properties,
                "in.avro",
                url -> url.equals("classpath://s.avsc") ? ByteSource.of(schema) : null);
    }

    static Value value(String script) {
        return Script.compile(new SourceText("test", script), CompileOptions.NONE)
                .evaluate(Bindings.NONE);
    }

    static byte[] write(Value value, String schema) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            FORMAT.write(value, out, context(schema, false));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static Value read(byte[] bytes, String schema, boolean logical) {
        return FORMAT.read(ByteSource.of(bytes), context(schema, logical));
    }

    static String again(String script, String schema) {
        return Renderings.compact(read(write(value(script), schema), "", false));
    }
}
