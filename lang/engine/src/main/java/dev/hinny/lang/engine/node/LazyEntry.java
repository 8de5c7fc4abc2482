package dev.hinny.lang.engine.node;

import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.engine.value.Value;

/** A pair of an object literal whose value is computed when first asked for. */
final class LazyEntry implements Entry {
    private final Key key;
    private final Thunk thunk;

    LazyEntry(Key key, Thunk thunk) {
        this.key = key;
        this.thunk = thunk;
    }

    @Override
    public Key key() {
        return key;
    }

    @Override
    public Value value() {
        return thunk.force();
    }

    @Override
    public boolean isMaterialized() {
        return thunk.isForced();
    }
}
