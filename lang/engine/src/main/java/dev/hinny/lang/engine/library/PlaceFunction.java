package dev.hinny.lang.engine.library;

import dev.hinny.base.SourceSpan;
import dev.hinny.lang.engine.value.Value;
import org.jspecify.annotations.Nullable;

/** A function of where its argument stands: the compiler calls it with the place, as values do not know theirs. */
public record PlaceFunction(Body body) implements NativeFunction {
    /** What it does. */
    @FunctionalInterface
    public interface Body {
        /** @param text what stands at the place */
        Value call(@Nullable SourceSpan place, String text);
    }

    /** Called as a value, of an argument that may come from anywhere. */
    @Override
    public Value call(Value[] arguments) {
        return body.call(null, "");
    }
}
