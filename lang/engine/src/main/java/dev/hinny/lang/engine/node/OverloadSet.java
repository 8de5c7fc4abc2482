package dev.hinny.lang.engine.node;

import dev.hinny.lang.engine.value.FunctionValue;
import dev.hinny.lang.engine.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Several functions of one name: the first that takes the arguments as they are, else the first they can be coerced to. */
public final class OverloadSet implements FunctionValue {
    private final String name;
    private final Callable[] overloads;

    public OverloadSet(String name, List<Callable> overloads) {
        this.name = name;
        this.overloads = overloads.toArray(Callable[]::new);
    }

    public List<Callable> overloads() {
        return List.of(overloads);
    }

    /** The set for one evaluation. */
    public OverloadSet bind(Evaluation evaluation) {
        Callable[] bound = null;
        for (int i = 0; i < overloads.length; i++) {
            Callable one = overloads[i].bind(evaluation);
            if (one != overloads[i]) {
                bound = bound == null ? overloads.clone() : bound;
                bound[i] = one;
            }
        }
        return bound == null ? this : new OverloadSet(name, List.of(bound));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Parameter> parameters() {
        Callable widest = overloads[0];
        for (Callable overload : overloads) {
            if (overload.signature().arity() > widest.signature().arity()) {
                widest = overload;
            }
        }
        return widest.parameters();
    }

    @Override
    public Value call(Value... arguments) {
        for (Callable overload : overloads) {
            Signature signature = overload.signature();
            if (signature.arity() == arguments.length) {
                if (signature.fits(arguments)) {
                    return overload.run(arguments);
                }
            } else if (signature.takes(arguments.length)) {
                break;
            }
        }
        for (int count = arguments.length; count >= 0; count--) {
            Value[] given = count == arguments.length ? arguments : Arrays.copyOf(arguments, count);
            Value result = dispatch(given);
            if (result != null) {
                return result;
            }
        }
        List<Signature> signatures = new ArrayList<>();
        for (Callable overload : overloads) {
            signatures.add(overload.signature());
        }
        throw Callable.mismatch(name, arguments, signatures);
    }

    private @Nullable Value dispatch(Value[] arguments) {
        int count = arguments.length;
        boolean possible = false;
        for (Callable overload : overloads) {
            Signature signature = overload.signature();
            if (signature.takes(count)) {
                possible = true;
                @Nullable Value[] aligned = signature.align(arguments);
                if (signature.fits(aligned)) {
                    return overload.run(aligned);
                }
            }
        }
        if (possible) {
            for (Callable overload : overloads) {
                Signature signature = overload.signature();
                if (signature.takes(count)) {
                    @Nullable Value[] coerced = signature.coerce(signature.align(arguments));
                    if (coerced != null) {
                        return overload.run(coerced);
                    }
                }
            }
        }
        return null;
    }
}
