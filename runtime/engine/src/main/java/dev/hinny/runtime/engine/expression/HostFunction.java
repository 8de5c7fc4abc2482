package dev.hinny.runtime.engine.expression;

import dev.hinny.lang.engine.type.Type;
import dev.hinny.lang.engine.value.FunctionValue;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.Value;
import java.util.List;
import java.util.function.Function;

/** A function that flows offer to scripts: {@code p}, {@code lookup}, {@code causedBy}. */
record HostFunction(String name, List<Parameter> parameters, Function<Value[], Value> body) implements FunctionValue {
    static HostFunction of(String name, Function<Value[], Value> body, String... parameters) {
        return new HostFunction(
                name,
                java.util.Arrays.stream(parameters)
                        .map(p -> p.endsWith("?")
                                ? new Parameter(p.substring(0, p.length() - 1), Type.ANY, true)
                                : new Parameter(p, Type.ANY, false))
                        .toList(),
                body);
    }

    @Override
    public Value call(Value... arguments) {
        return body.apply(arguments);
    }

    static Value argument(Value[] arguments, int index) {
        return index < arguments.length ? arguments[index] : NullValue.NULL;
    }
}
