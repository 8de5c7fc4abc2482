package dev.hinny.lang.engine.operation;

import dev.hinny.lang.engine.type.Type;
import dev.hinny.lang.engine.value.FunctionValue;
import dev.hinny.lang.engine.value.Value;
import java.util.ArrayList;
import java.util.List;

/** A plain value where a function is expected: the function that always returns it. */
public final class ConstantFunction implements FunctionValue {
    private final Value value;
    private final List<Parameter> parameters;

    private ConstantFunction(Value value, List<Parameter> parameters) {
        this.value = value;
        this.parameters = parameters;
    }

    static ConstantFunction of(Value value, Type.Function type) {
        List<Parameter> parameters = new ArrayList<>();
        for (Type parameter : type.parameters()) {
            parameters.add(new Parameter("value" + parameters.size(), parameter, true));
        }
        return new ConstantFunction(value, parameters);
    }

    @Override
    public String name() {
        return "";
    }

    @Override
    public List<Parameter> parameters() {
        return parameters;
    }

    @Override
    public Value call(Value... arguments) {
        return value;
    }
}
