package dev.hinny.gateway.api.config;

import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The JSON schema (draft 2020-12) of a configuration record, for validation, forms and documentation. */
public final class Schema {
    private final JsonGenerator out;

    private Schema(JsonGenerator out) {
        this.out = out;
    }

    /** Keys keep the record's order; secrets are {@code writeOnly}. */
    public static String of(Class<? extends Record> configuration) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            out.writeStartObject();
            out.writeStringProperty("$schema", "https://json-schema.org/draft/2020-12/schema");
            new Schema(out).type(Shape.group(configuration));
            out.writeEndObject();
        }
        return text.toString();
    }

    /** The keywords of a type, inside an object that the caller opened. */
    private void type(Shape shape) {
        switch (shape) {
            case Shape.Text s -> out.writeStringProperty("type", "string");
            case Shape.Whole s -> out.writeStringProperty("type", "integer");
            case Shape.Decimal s -> out.writeStringProperty("type", "number");
            case Shape.Flag s -> out.writeStringProperty("type", "boolean");
            case Shape.Choice s -> {
                out.writeArrayPropertyStart("enum");
                s.names().forEach(out::writeString);
                out.writeEndArray();
            }
            case Shape.Many s -> {
                out.writeStringProperty("type", "array");
                out.writeObjectPropertyStart("items");
                type(s.item());
                out.writeEndObject();
            }
            case Shape.Maybe s -> type(s.item());
            case Shape.Group s -> group(s);
        }
    }

    private void group(Shape.Group group) {
        out.writeStringProperty("type", "object");
        out.writeObjectPropertyStart("properties");
        for (Shape.Part part : group.parts()) {
            out.writeObjectPropertyStart(part.key());
            type(part.shape());
            out.writeStringProperty("description", part.setting().value());
            if (!part.setting().defaultValue().isEmpty()) {
                standard(part.shape(), part.setting().defaultValue());
            }
            if (part.setting().secret()) {
                out.writeBooleanProperty("writeOnly", true);
            }
            out.writeEndObject();
        }
        out.writeEndObject();
        if (group.parts().stream().anyMatch(Shape.Part::required)) {
            out.writeArrayPropertyStart("required");
            group.parts().stream().filter(Shape.Part::required).forEach(p -> out.writeString(p.key()));
            out.writeEndArray();
        }
        out.writeBooleanProperty("additionalProperties", false);
    }

    private void standard(Shape shape, String value) {
        switch (shape) {
            case Shape.Whole s -> out.writeNumberProperty("default", Long.parseLong(value));
            case Shape.Decimal s -> out.writeNumberProperty("default", Double.parseDouble(value));
            case Shape.Flag s -> out.writeBooleanProperty("default", Boolean.parseBoolean(value));
            case Shape.Text s -> out.writeStringProperty("default", value);
            case Shape.Choice s -> out.writeStringProperty("default", value);
            case Shape.Many s -> throw new IllegalArgumentException("a list has no default");
            case Shape.Maybe s -> throw new IllegalArgumentException("an optional setting has no default");
            case Shape.Group s -> throw new IllegalArgumentException("a group has no default");
        }
    }
}
