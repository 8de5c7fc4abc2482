package dev.hinny.lang.engine.compile;

import dev.hinny.base.SourceSpan;
import dev.hinny.lang.engine.EvaluationException;
import dev.hinny.lang.engine.node.VariableNodes;
import dev.hinny.lang.engine.type.Type;
import dev.hinny.lang.engine.value.FunctionValue;
import dev.hinny.lang.engine.value.Value;
import java.util.Collection;
import java.util.List;

/** A Java class that cannot be loaded: it takes every name, and whatever is called fails. */
record MissingClassUnit(String type) implements ModuleUnit {
    @Override
    public Resolved member(String name, SourceSpan place) {
        return Resolved.of(new VariableNodes.Constant(new Failing(type, name)));
    }

    @Override
    public Type type(String name, List<Type> arguments) {
        return Type.ANY;
    }

    @Override
    public Collection<String> names() {
        return List.of();
    }

    private record Failing(String type, String name) implements FunctionValue {
        @Override
        public List<Parameter> parameters() {
            return List.of();
        }

        @Override
        public Value call(Value... arguments) {
            throw EvaluationException.of(
                    "UNKNOWN-CLASS",
                    "'" + name + "' cannot be called: the class '" + type + "' cannot be loaded",
                    "build the application's Java sources, or add the library that has the class");
        }
    }
}
