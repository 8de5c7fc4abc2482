package dev.hinny.lang.engine.operation;

import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.RangeArray;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.engine.value.Watch;

/** Computes everything that a value has left for later. */
public final class Forcing {
    private Forcing() {}

    public static void force(Value value) {
        switch (value) {
            case ArrayValue array -> {
                Watch.check();
                if (!(array instanceof RangeArray)) {
                    for (Value item : array) {
                        force(item);
                    }
                }
            }
            case ObjectValue object -> {
                Watch.check();
                for (Entry entry : object) {
                    force(entry.value());
                }
            }
            default -> {}
        }
    }
}
