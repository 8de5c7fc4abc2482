package dev.hinny.lang.engine;

import dev.hinny.lang.engine.type.Type;
import dev.hinny.lang.engine.value.FunctionValue;
import dev.hinny.lang.engine.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A function that the host supplies to scripts, such as {@code p} or {@code lookup}. The body gets as many arguments as the
 * script passes, at most one for each parameter, unchecked; it may throw an {@link EvaluationException}. Any other
 * exception of the body reaches the caller of the script as it is. Called by all threads that run the script.
 */
public final class HostFunction implements FunctionValue {
    private final String name;
    private final List<Parameter> parameters;
    private final Body body;

    private HostFunction(String name, List<Parameter> parameters, Body body) {
        this.name = name;
        this.parameters = parameters;
        this.body = body;
    }

    /** What the function does. */
    @FunctionalInterface
    public interface Body {
        Value call(Value... arguments);
    }

    /** @param parameters names; one that ends with {@code ?} may be left out */
    public static HostFunction of(String name, List<String> parameters, Body body) {
        List<Parameter> made = new ArrayList<>();
        for (String parameter : parameters) {
            boolean optional = parameter.endsWith("?");
            made.add(new Parameter(
                    optional ? parameter.substring(0, parameter.length() - 1) : parameter, Type.ANY, optional));
        }
        return new HostFunction(name, List.copyOf(made), body);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Parameter> parameters() {
        return parameters;
    }

    @Override
    public Value call(Value... arguments) {
        long required = parameters.stream().filter(p -> !p.optional()).count();
        if (arguments.length < required) {
            throw EvaluationException.of(
                    "WRONG-ARGUMENTS",
                    "'" + name + "' does not take " + arguments.length + " arguments",
                    "it takes " + required);
        }
        return body.call(
                arguments.length > parameters.size() ? Arrays.copyOf(arguments, parameters.size()) : arguments);
    }
}
