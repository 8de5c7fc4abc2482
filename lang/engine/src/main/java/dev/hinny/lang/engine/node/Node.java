package dev.hinny.lang.engine.node;

import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.Value;

/** A piece of the executable form. Nodes are immutable and shared by all evaluations; what varies is in the frame. */
public abstract class Node {
    public abstract Value evaluate(Frame frame);

    /** Whether evaluating at once instead of when needed costs little and cannot be noticed (an error is kept for later). */
    public boolean isCheap() {
        return false;
    }

    /** The truth of a condition. */
    public final boolean test(Frame frame) {
        Value value = evaluate(frame);
        return value instanceof BooleanValue b ? b.value() : Conditions.truth(value);
    }
}
