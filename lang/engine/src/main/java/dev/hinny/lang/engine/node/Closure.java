package dev.hinny.lang.engine.node;

import dev.hinny.lang.engine.operation.Coercions;
import dev.hinny.lang.engine.operation.TypeTests;
import dev.hinny.lang.engine.type.Type;
import dev.hinny.lang.engine.value.JavaValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.engine.value.Watch;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A function written in the language, with the frame it was made in. */
public final class Closure extends Callable {
    private final FunctionCode code;
    private final Frame parent;
    private FunctionCode.@Nullable Body body;

    public Closure(FunctionCode code, Frame parent) {
        super(code.signature);
        this.code = code;
        this.parent = parent;
    }

    private FunctionCode.Body body() {
        FunctionCode.Body known = body;
        if (known == null) {
            known = code.complete();
            body = known;
        }
        return known;
    }

    @Override
    Value run(@Nullable Value[] aligned) {
        @Nullable Object[] slots = new Object[body().frameSize()];
        System.arraycopy(aligned, 0, slots, 0, aligned.length);
        Frame frame = new Frame(slots, parent, parent.evaluation);
        for (int i = 0; i < aligned.length; i++) {
            if (aligned[i] == null) {
                slots[i] = Objects.requireNonNull(code.signature.defaults()[i]).evaluate(frame);
            }
        }
        return finish(frame);
    }

    /** The default of a parameter, for an array without items to reduce. */
    public Value defaultOf(int parameter) {
        Frame frame = new Frame(Math.max(body().frameSize(), 1), parent, parent.evaluation);
        return Objects.requireNonNull(code.signature.defaults()[parameter]).evaluate(frame);
    }

    /** Calls with one argument, without an array for it. */
    Value call1(Value a) {
        Signature signature = code.signature;
        if (signature.arity() == 1 && signature.untyped()) {
            @Nullable Object[] slots = new Object[body().frameSize()];
            slots[0] = a;
            return finish(new Frame(slots, parent, parent.evaluation));
        }
        return call(a);
    }

    /** Calls with two arguments, without an array for them; surplus ones are dropped. */
    Value call2(Value a, Value b) {
        Signature signature = code.signature;
        if (signature.arity() == 2 && signature.untyped()) {
            @Nullable Object[] slots = new Object[body().frameSize()];
            slots[0] = a;
            slots[1] = b;
            return finish(new Frame(slots, parent, parent.evaluation));
        }
        return signature.arity() == 1 ? call1(a) : call(a, b);
    }

    private Value finish(Frame frame) {
        Watch.check();
        Value value = body().node().evaluate(frame);
        if (body().loops()) {
            while (value instanceof JavaValue j && j.object() instanceof TailCallNode.Request request) {
                Watch.check();
                value = body().node().evaluate(next(request));
            }
        }
        Type result = code.result;
        if (result != null && !TypeTests.fits(result, value)) {
            Value coerced = Coercions.argument(value, result);
            return coerced == null ? value : coerced;
        }
        return value;
    }

    private Frame next(TailCallNode.Request request) {
        Signature signature = code.signature;
        @Nullable Value[] aligned = signature.align(request.arguments());
        if (!signature.fits(aligned)) {
            aligned = signature.coerce(aligned);
            if (aligned == null) {
                throw mismatch(name(), request.arguments(), List.of(signature)).at(request.span());
            }
        }
        @Nullable Object[] slots = new Object[body().frameSize()];
        System.arraycopy(aligned, 0, slots, 0, aligned.length);
        Frame frame = new Frame(slots, parent, parent.evaluation);
        for (int i = 0; i < aligned.length; i++) {
            if (aligned[i] == null) {
                slots[i] = Objects.requireNonNull(signature.defaults()[i]).evaluate(frame);
            }
        }
        return frame;
    }
}
