package dev.hinny.lang.engine.node;

import dev.hinny.lang.engine.type.Type;
import org.jspecify.annotations.Nullable;

/** The static part of a lambda or named function. Body and frame size are set once, when the compiler has made them. */
public final class FunctionCode {
    final Signature signature;
    final @Nullable Type result;
    private @Nullable Node body;
    int frameSize;
    boolean loops;

    public FunctionCode(Signature signature, @Nullable Type result) {
        this.signature = signature;
        this.result = result;
    }

    public Signature signature() {
        return signature;
    }

    public void complete(Node made, int size, boolean tailCalls) {
        body = made;
        frameSize = size;
        loops = tailCalls;
    }

    Node body() {
        return java.util.Objects.requireNonNull(body);
    }
}
