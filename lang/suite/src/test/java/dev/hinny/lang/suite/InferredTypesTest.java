package dev.hinny.lang.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.base.ProblemException;
import dev.hinny.base.SourceText;
import dev.hinny.lang.engine.Bindings;
import dev.hinny.lang.engine.CompileOptions;
import dev.hinny.lang.engine.Script;
import dev.hinny.lang.engine.operation.TypeNames;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.FunctionValue;
import dev.hinny.lang.engine.value.JavaValue;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.TypeValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.front.Directive;
import dev.hinny.lang.front.Document;
import dev.hinny.lang.front.Documentation;
import dev.hinny.lang.front.Expression;
import dev.hinny.lang.front.Parsed;
import dev.hinny.lang.front.Parser;
import dev.hinny.lang.front.StandardLibrary;
import dev.hinny.lang.front.check.Checker;
import dev.hinny.lang.front.check.Environment;
import dev.hinny.lang.front.check.Type;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The checker's word against the evaluator's: the value of each example of the library is of the type inferred for it. */
class InferredTypesTest {
    private static final int ITEMS = 30;
    private static final int DEPTH = 8;

    @Test
    void valuesAreOfTheInferredTypes() {
        int values = 0;
        for (String module : StandardLibrary.modules()) {
            SourceText source = Objects.requireNonNull(StandardLibrary.source(module));
            Document document = Parser.parse(source).document();
            for (Directive directive : document.header()) {
                for (Documentation.Example example :
                        Documentation.of(document, directive, source.text()).examples()) {
                    values += check(example.scriptIn(module)) ? 1 : 0;
                }
            }
        }
        assertThat(values).isGreaterThan(100);
    }

    /** Whether there was a value to look at. */
    private static boolean check(String script) {
        SourceText source = new SourceText("example.dwl", script);
        Parsed parsed = Parser.parse(source);
        Expression body = Objects.requireNonNull(parsed.document().body());
        Value value = value(parsed);
        if (value == null) {
            return false;
        }
        Type type = Checker.check(parsed, source, Environment.NONE)
                .typeOf(body.span().startOffset(), body.span().endOffset())
                .orElseThrow();
        boolean accepted;
        try {
            accepted = accepts(type, value, 0);
        } catch (ProblemException e) {
            return false;
        }
        assertThat(accepted).as(script + "\nis not of the type " + type).isTrue();
        return true;
    }

    private static @Nullable Value value(Parsed parsed) {
        try {
            return Script.compile(parsed, CompileOptions.NONE).evaluate(Bindings.NONE);
        } catch (ProblemException e) {
            return null;
        }
    }

    private static boolean accepts(Type type, Value value, int depth) {
        if (depth > DEPTH) {
            return true;
        }
        int next = depth + 1;
        return switch (type) {
            case Type.Any _ -> true;
            case Type.Nothing _ -> false;
            case Type.Variable v -> accepts(v.bound(), value, next);
            case Type.Named n -> accepts(n.resolve(), value, next);
            case Type.Union u -> u.members().stream().anyMatch(m -> accepts(m, value, next));
            case Type.Intersection i -> i.members().stream().allMatch(m -> accepts(m, value, next));
            case Type.TypeOfType _ -> value instanceof TypeValue;
            case Type.Function _ -> value instanceof FunctionValue;
            case Type.Literal l -> literal(l.value(), value);
            case Type.Array a -> value instanceof ArrayValue array && items(a.item(), array, next);
            case Type.Object o ->
                value instanceof JavaValue || value instanceof ObjectValue object && object(o, object, next);
            case Type.Simple s -> simple(s.kind(), value);
        };
    }

    private static boolean literal(Object literal, Value value) {
        return switch (value) {
            case StringValue s -> s.text().equals(literal);
            case BooleanValue b -> literal.equals(b.value());
            case NumberValue n -> literal instanceof BigDecimal d && d.compareTo(n.decimal()) == 0;
            default -> false;
        };
    }

    /** The documented types of {@code match}, {@code scan} and {@code sqrt} do not say that parts of the result can be null. */
    private static boolean items(Type item, ArrayValue array, int depth) {
        int seen = 0;
        for (Value value : array) {
            if (seen++ > ITEMS) {
                return true;
            }
            boolean missing = value instanceof NullValue && (item.equals(Type.STRING) || item.equals(Type.NUMBER));
            if (!missing && !accepts(item, value, depth)) {
                return false;
            }
        }
        return true;
    }

    private static boolean object(Type.Object type, ObjectValue object, int depth) {
        for (Type.Field field : type.fields()) {
            Value found = field.name() == null ? null : object.get(field.name());
            if (field.name() != null && (found == null ? !field.optional() : !accepts(field.type(), found, depth))) {
                return false;
            }
        }
        if (type.isOpen()) {
            return true;
        }
        for (Entry entry : object) {
            if (type.field(entry.key().name()) == null) {
                return false;
            }
        }
        return true;
    }

    private static boolean simple(Type.Kind kind, Value value) {
        return switch (kind) {
            case COMPARABLE, SIMPLE, NAME_TYPE, ENUM -> true;
            case STRING, CDATA -> value instanceof StringValue;
            case ITERATOR, RANGE -> value instanceof ArrayValue;
            case FUNCTION -> value instanceof FunctionValue;
            default -> TypeNames.kindOf(value).typeName().equals(kind.typeName());
        };
    }
}
