package dev.hinny.lang.engine.node;

import dev.hinny.lang.engine.Bindings;
import dev.hinny.lang.engine.CompileOptions;
import dev.hinny.lang.engine.library.ContextFunction;
import dev.hinny.lang.engine.library.NativeFunction;
import dev.hinny.lang.engine.value.Value;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A library function written in Java, under its signature in the library's source. */
public final class NativeCallable extends Callable {
    private static final Evaluation NOWHERE = new Evaluation(Bindings.NONE, CompileOptions.UNTRUSTED, 0);

    private final NativeFunction function;
    private final Evaluation evaluation;
    private final boolean hasDefaults;

    public NativeCallable(Signature signature, NativeFunction function) {
        this(signature, function, NOWHERE);
    }

    private NativeCallable(Signature signature, NativeFunction function, Evaluation evaluation) {
        super(signature);
        this.function = function;
        this.evaluation = evaluation;
        this.hasDefaults = signature.required() < signature.arity();
    }

    public NativeFunction function() {
        return function;
    }

    @Override
    public Callable bind(Evaluation other) {
        return function instanceof ContextFunction ? new NativeCallable(signature(), function, other) : this;
    }

    @Override
    Value run(@Nullable Value[] aligned) {
        for (int i = 0; hasDefaults && i < aligned.length; i++) {
            if (aligned[i] == null) {
                aligned = filled(aligned);
                break;
            }
        }
        @SuppressWarnings("NullAway")
        Value[] arguments = aligned;
        return function instanceof ContextFunction c ? c.body().call(evaluation, arguments) : function.call(arguments);
    }

    private @Nullable Value[] filled(@Nullable Value[] aligned) {
        @Nullable Value[] all = aligned.clone();
        Frame frame = new Frame(all.length, null, evaluation);
        for (int i = 0; i < all.length; i++) {
            if (all[i] == null) {
                all[i] = Objects.requireNonNull(signature().defaults()[i]).evaluate(frame);
            }
            frame.slots[i] = all[i];
        }
        return all;
    }
}
