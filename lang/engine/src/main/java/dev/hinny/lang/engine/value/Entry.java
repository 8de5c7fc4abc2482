package dev.hinny.lang.engine.value;

/** A key with its value; the value may be computed when it is first asked for, and then always is the same. */
public interface Entry {
    Key key();

    Value value();

    /** Whether {@link #value} is there without computing. */
    default boolean isMaterialized() {
        return true;
    }

    static Entry of(Key key, Value value) {
        return new Pair(key, value);
    }

    static Entry of(String name, Value value) {
        return new Pair(Key.of(name), value);
    }

    /** An entry whose value is known. */
    record Pair(Key key, Value value) implements Entry {}
}
