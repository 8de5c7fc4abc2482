package dev.hinny.bench.transform;

import java.util.function.Supplier;

/** Somebody who takes part in a {@link Race}; the first one of each race is Hinny. */
public record Contender(String title, Supplier<Transform> maker) {
    public Transform transform() {
        return maker.get();
    }
}
