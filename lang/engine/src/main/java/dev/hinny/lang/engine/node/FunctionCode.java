package dev.hinny.lang.engine.node;

import dev.hinny.lang.engine.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * The static part of a lambda or named function. Its body is compiled when {@link #complete} or the first call asks for it:
 * at once for a script, when needed for the library.
 */
public final class FunctionCode {
    final Signature signature;
    final @Nullable Type result;
    private final Compilation compilation;
    private volatile @Nullable Body body;

    public FunctionCode(Signature signature, @Nullable Type result, Compilation compilation) {
        this.signature = signature;
        this.result = result;
        this.compilation = compilation;
    }

    /** Compiles the body. */
    @FunctionalInterface
    public interface Compilation {
        Body compile();
    }

    /**
     * A compiled body.
     *
     * @param loops whether it calls itself as the last thing it does
     */
    public record Body(Node node, int frameSize, boolean loops) {}

    public Signature signature() {
        return signature;
    }

    /** The body, compiled when it is not yet. */
    public Body complete() {
        Body known = body;
        if (known == null) {
            synchronized (this) {
                known = body;
                if (known == null) {
                    known = compilation.compile();
                    body = known;
                }
            }
        }
        return known;
    }
}
