package dev.hinny.lang.engine;

import dev.hinny.lang.engine.format.TypedValue;
import dev.hinny.lang.engine.value.FunctionValue;
import dev.hinny.lang.engine.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the host gives a script: names with values, documents or functions. Suppliers are asked when the script first needs
 * the name, at most once in an evaluation. A name that the script was compiled with and that is not bound is {@code null}
 * in the script. Immutable; as safe to share between threads as its suppliers are.
 */
public final class Bindings {
    public static final Bindings NONE = new Bindings(Map.of());

    private final Map<String, Supplier<?>> suppliers;

    private Bindings(Map<String, Supplier<?>> suppliers) {
        this.suppliers = suppliers;
    }

    /** One name; {@link #builder} for more. */
    public static Bindings of(String name, TypedValue value) {
        return builder().typed(name, value).build();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The names that are bound. */
    public Set<String> names() {
        return suppliers.keySet();
    }

    /** A {@link Value} or {@link TypedValue}; null when the name is not bound. */
    public @Nullable Object get(String name) {
        Supplier<?> supplier = suppliers.get(name);
        return supplier == null ? null : supplier.get();
    }

    /** Collects names; not safe for use by several threads at once. */
    public static final class Builder {
        private final Map<String, Supplier<?>> suppliers = new LinkedHashMap<>();

        private Builder() {}

        public Builder value(String name, Value value) {
            suppliers.put(name, () -> value);
            return this;
        }

        public Builder typed(String name, TypedValue value) {
            suppliers.put(name, () -> value);
            return this;
        }

        public Builder function(String name, FunctionValue function) {
            suppliers.put(name, () -> function);
            return this;
        }

        /** A value that is made when it is needed: a {@link Value} or a {@link TypedValue}. */
        public Builder lazy(String name, Supplier<?> supplier) {
            suppliers.put(name, supplier);
            return this;
        }

        public Bindings build() {
            return new Bindings(new LinkedHashMap<>(suppliers));
        }
    }
}
