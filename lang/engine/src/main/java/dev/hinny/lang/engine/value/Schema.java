package dev.hinny.lang.engine.value;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Metadata of a value, such as {@code format}, {@code class}, {@code encoding} or {@code mediaType}.
 *
 * @param key the key under which the value was found, when that key has attributes or a namespace: what {@code .@} and
 *     {@code .#} on the value read; null otherwise. Writers ignore it.
 */
public record Schema(
        Map<String, Value> properties, @Nullable Key key) {
    public static final Schema NONE = new Schema(Map.of());

    public Schema {
        properties = properties.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }

    public Schema(Map<String, Value> properties) {
        this(properties, null);
    }

    public static Schema of(String name, Value value) {
        return new Schema(Map.of(name, value));
    }

    /** The same properties, found under a key. */
    public Schema withKey(@Nullable Key other) {
        return new Schema(properties, other);
    }

    /** Whether there are no properties. */
    public boolean isEmpty() {
        return properties.isEmpty();
    }

    public @Nullable Value get(String name) {
        return properties.get(name);
    }

    /** The property as text, null when it is absent. */
    public @Nullable String text(String name) {
        return properties.get(name) instanceof StringValue s ? s.text() : null;
    }

    /** This metadata with the other's added; the other wins. */
    public Schema merge(Schema other) {
        if (other.isEmpty()) {
            return this;
        }
        if (isEmpty()) {
            return key == null ? other : other.withKey(key);
        }
        Map<String, Value> merged = new LinkedHashMap<>(properties);
        merged.putAll(other.properties);
        return new Schema(merged, key);
    }
}
