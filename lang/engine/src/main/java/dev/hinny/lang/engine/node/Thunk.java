package dev.hinny.lang.engine.node;

import dev.hinny.lang.engine.EvaluationException;
import dev.hinny.lang.engine.value.Value;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An expression whose value is computed when first needed. Two threads may compute it at once; both get an equal value. */
final class Thunk {
    private @Nullable Node node;
    private @Nullable Frame frame;
    private volatile @Nullable Value value;

    Thunk(Node node, Frame frame) {
        this.node = node;
        this.frame = frame;
    }

    /** The value of a cheap expression, a thunk of any other or of one that fails. */
    public static Object of(Node node, Frame frame) {
        return node.isCheap() ? attempt(node, frame) : new Thunk(node, frame);
    }

    /** The value, or a thunk when computing it fails. */
    static Object attempt(Node node, Frame frame) {
        try {
            return node.evaluate(frame);
        } catch (EvaluationException e) {
            return new Thunk(node, frame);
        }
    }

    public boolean isForced() {
        return value != null;
    }

    public Value force() {
        Value known = value;
        if (known != null) {
            return known;
        }
        Node todo = node;
        Frame where = frame;
        if (todo == null || where == null) {
            return Objects.requireNonNull(value);
        }
        known = todo.evaluate(where);
        value = known;
        node = null;
        frame = null;
        return known;
    }
}
