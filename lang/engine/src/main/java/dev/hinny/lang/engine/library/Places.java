package dev.hinny.lang.engine.library;

import dev.hinny.lang.engine.value.StringValue;
import org.jspecify.annotations.Nullable;

/** Where values are declared. */
final class Places implements NativeFamily {
    @Override
    public String name() {
        return "places";
    }

    @Override
    public @Nullable NativeFunction find(String name) {
        return switch (name) {
            case "location" -> new PlaceFunction(Failures::location);
            case "text" -> new PlaceFunction((place, text) -> StringValue.of(text));
            default -> null;
        };
    }
}
