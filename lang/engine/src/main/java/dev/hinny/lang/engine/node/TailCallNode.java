package dev.hinny.lang.engine.node;

import dev.hinny.base.SourceSpan;
import dev.hinny.lang.engine.value.JavaValue;
import dev.hinny.lang.engine.value.Value;

/** A function's call of itself as the last thing it does: answers with the arguments, and the function loops. */
public final class TailCallNode extends Node {
    private final Node[] arguments;
    private final SourceSpan span;

    public TailCallNode(Node[] arguments, SourceSpan span) {
        this.arguments = arguments;
        this.span = span;
    }

    @Override
    public Value evaluate(Frame frame) {
        Value[] values = new Value[arguments.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = arguments[i].evaluate(frame);
        }
        return JavaValue.of(new Request(values, span));
    }

    /** What the loop goes on with; never leaves the function. */
    record Request(Value[] arguments, SourceSpan span) {}
}
