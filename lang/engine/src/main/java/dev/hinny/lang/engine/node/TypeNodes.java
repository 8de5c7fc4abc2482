package dev.hinny.lang.engine.node;

import dev.hinny.base.SourceSpan;
import dev.hinny.lang.engine.EvaluationException;
import dev.hinny.lang.engine.operation.Coercions;
import dev.hinny.lang.engine.operation.Errors;
import dev.hinny.lang.engine.operation.TypeNames;
import dev.hinny.lang.engine.operation.TypeTests;
import dev.hinny.lang.engine.type.Type;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Operators whose right side is a type, and what a declared type asks of a value. */
public final class TypeNodes {
    private TypeNodes() {}

    /** A property in the braces behind a type whose value is known only when the script runs. */
    public record DynamicProperty(
            String name, Node value, @Nullable Node condition) {}

    /** {@code as}. */
    public static final class Coerce extends Node {
        private final Node value;
        private final Type type;
        private final DynamicProperty[] properties;
        private final SourceSpan span;

        public Coerce(Node value, Type type, DynamicProperty[] properties, SourceSpan span) {
            this.value = value;
            this.type = type;
            this.properties = properties;
            this.span = span;
        }

        @Override
        public Value evaluate(Frame frame) {
            Value before = value.evaluate(frame);
            try {
                return Coercions.coerce(before, properties.length == 0 ? type : withProperties(frame));
            } catch (EvaluationException e) {
                throw e.at(span);
            }
        }

        private Type withProperties(Frame frame) {
            Map<String, Value> all = new LinkedHashMap<>();
            for (DynamicProperty property : properties) {
                if (property.condition() == null || property.condition().test(frame)) {
                    Value v = property.value().evaluate(frame);
                    if (!(v instanceof NullValue)) {
                        all.put(property.name(), v);
                    }
                }
            }
            Schema schema = new Schema(all);
            Type resolved = type;
            while (resolved instanceof Type.Named n) {
                resolved = n.resolve();
            }
            return resolved instanceof Type.Simple s
                    ? new Type.Simple(s.kind(), s.schema().merge(schema))
                    : resolved;
        }

        @Override
        public boolean isCheap() {
            return value.isCheap() && properties.length == 0 && type instanceof Type.Simple;
        }
    }

    /** {@code is}. */
    public static final class Is extends Node {
        private final Node value;
        private final Type type;

        public Is(Node value, Type type) {
            this.value = value;
            this.type = type;
        }

        @Override
        public Value evaluate(Frame frame) {
            return BooleanValue.of(TypeTests.accepts(type, value.evaluate(frame)));
        }
    }

    /** The declared type of a variable: another value is coerced when it can be, else taken as it is. */
    public static final class Declared extends Node {
        private final Node value;
        private final Type type;
        private final SourceSpan span;

        public Declared(Node value, Type type, SourceSpan span) {
            this.value = value;
            this.type = type;
            this.span = span;
        }

        @Override
        public Value evaluate(Frame frame) {
            Value given = value.evaluate(frame);
            Value fitting = Coercions.argument(given, type);
            if (fitting == null) {
                throw Errors.cannotCoerce(given, TypeNames.full(type)).at(span);
            }
            return fitting;
        }
    }
}
