package dev.hinny.lang.engine.value;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A key of an object: local name, namespace and attributes. It is a value of its own, equal by name, namespace and
 * attributes.
 */
public final class Key implements Value {
    private final String name;
    private final @Nullable Namespace namespace;
    private final ObjectValue attributes;
    private final Schema schema;
    private @Nullable StringValue label;

    /** @param attributes empty for most keys */
    public Key(String name, @Nullable Namespace namespace, ObjectValue attributes, Schema schema) {
        this.name = name;
        this.namespace = namespace;
        this.attributes = attributes;
        this.schema = schema;
    }

    public static Key of(String name) {
        return new Key(name, null, ObjectValue.EMPTY, Schema.NONE);
    }

    public static Key of(String name, @Nullable Namespace namespace, ObjectValue attributes) {
        return new Key(name, namespace, attributes, Schema.NONE);
    }

    public String name() {
        return name;
    }

    public @Nullable Namespace namespace() {
        return namespace;
    }

    public ObjectValue attributes() {
        return attributes;
    }

    @Override
    public Schema schema() {
        return schema;
    }

    /** The name as a text that has its UTF-8 form, made once, so that writers can copy it. */
    public StringValue label() {
        StringValue known = label;
        if (known == null) {
            known = StringValue.encoded(name.getBytes(StandardCharsets.UTF_8), name);
            label = known;
        }
        return known;
    }

    @Override
    public Key withSchema(Schema other) {
        return new Key(name, namespace, attributes, other);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Key key
                && name.equals(key.name)
                && Objects.equals(namespace, key.namespace)
                && attributes.equals(key.attributes)
                && schema.equals(key.schema);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return namespace == null ? name : namespace.prefix() + "#" + name;
    }
}
