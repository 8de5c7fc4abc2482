package dev.hinny.lang.engine.node;

import dev.hinny.lang.engine.EvaluationException;
import dev.hinny.lang.engine.value.FunctionValue;
import dev.hinny.lang.engine.value.Value;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function of the language with its signature. */
public abstract class Callable implements FunctionValue {
    private final Signature signature;

    protected Callable(Signature signature) {
        this.signature = signature;
    }

    public final Signature signature() {
        return signature;
    }

    @Override
    public final String name() {
        return signature.name();
    }

    @Override
    public final List<Parameter> parameters() {
        return signature.parameters();
    }

    /** Runs with arguments that fit; holes are filled with defaults. */
    abstract Value run(@Nullable Value[] aligned);

    /** The function for one evaluation; the same unless it needs to know which. */
    public Callable bind(Evaluation evaluation) {
        return this;
    }

    @Override
    public Value call(Value... arguments) {
        Value[] given = arguments.length > signature.arity() ? Arrays.copyOf(arguments, signature.arity()) : arguments;
        if (given.length < signature.required()) {
            throw mismatch(name(), arguments, List.of(signature));
        }
        @Nullable Value[] aligned = signature.align(given);
        if (signature.fits(aligned)) {
            return run(aligned);
        }
        @Nullable Value[] coerced = signature.coerce(aligned);
        if (coerced == null) {
            throw mismatch(name(), arguments, List.of(signature));
        }
        return run(coerced);
    }

    static EvaluationException mismatch(String name, Value[] arguments, List<Signature> signatures) {
        return Mismatch.of(name, arguments, signatures);
    }
}
