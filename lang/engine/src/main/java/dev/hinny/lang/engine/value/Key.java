package dev.hinny.lang.engine.value;

import org.jspecify.annotations.Nullable;

/**
 * A key of an object: local name, namespace and attributes. It is a value of its own, equal by name, namespace and
 * attributes.
 *
 * @param attributes empty for most keys
 */
public record Key(String name, @Nullable Namespace namespace, ObjectValue attributes, Schema schema) implements Value {
    public static Key of(String name) {
        return new Key(name, null, ObjectValue.EMPTY, Schema.NONE);
    }

    public static Key of(String name, @Nullable Namespace namespace, ObjectValue attributes) {
        return new Key(name, namespace, attributes, Schema.NONE);
    }

    @Override
    public Key withSchema(Schema other) {
        return new Key(name, namespace, attributes, other);
    }
}
