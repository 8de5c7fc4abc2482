package dev.hinny.lang.engine.node;

import dev.hinny.lang.engine.Bindings;
import dev.hinny.lang.engine.CompileOptions;
import dev.hinny.lang.engine.value.Value;
import org.jspecify.annotations.Nullable;

/** A function of the library, written in the language, that calls functions which look at the evaluation: it gets that of its caller. */
public final class ContextualFunction extends Callable {
    private static final Evaluation NOWHERE = new Evaluation(Bindings.NONE, CompileOptions.UNTRUSTED, 0);

    private final FunctionCode code;

    public ContextualFunction(FunctionCode code) {
        super(code.signature);
        this.code = code;
    }

    @Override
    public Callable bind(Evaluation evaluation) {
        return new Closure(code, new Frame(0, null, evaluation));
    }

    @Override
    Value run(@Nullable Value[] aligned) {
        return bind(NOWHERE).run(aligned);
    }
}
