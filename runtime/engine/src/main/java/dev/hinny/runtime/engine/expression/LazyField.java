package dev.hinny.runtime.engine.expression;

import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.engine.value.Value;
import java.util.function.Supplier;

/** An entry whose value is made each time it is asked for. */
record LazyField(Key key, Supplier<Value> supplier) implements Entry {
    static LazyField of(String name, Supplier<Value> supplier) {
        return new LazyField(Key.of(name), supplier);
    }

    @Override
    public Value value() {
        return supplier.get();
    }

    @Override
    public boolean isMaterialized() {
        return false;
    }
}
