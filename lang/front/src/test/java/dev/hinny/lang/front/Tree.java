package dev.hinny.lang.front;

import dev.hinny.base.SourceSpan;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Shows a tree without its places: {@code Kind(component component)}, absent and empty components left out. */
final class Tree {
    private Tree() {}

    static String of(Document document) {
        StringJoiner lines = new StringJoiner("\n");
        document.header().forEach(directive -> lines.add(show(directive)));
        if (document.body() != null) {
            lines.add("--- " + show(document.body()));
        }
        return lines.toString();
    }

    private static String show(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case SourceSpan _ -> "";
            case String text -> "'" + text.replace("\\", "\\\\").replace("\n", "\\n") + "'";
            case Name name -> name.text();
            case QualifiedName name -> name.toString();
            case Expression.StringLiteral literal -> show(literal.value());
            case Expression.NumberLiteral literal -> literal.text();
            case Expression.BooleanLiteral literal -> Boolean.toString(literal.value());
            case Expression.Reference reference -> reference.name().toString();
            case Expression.ImplicitParameter parameter -> "$".repeat(parameter.index());
            case Expression.Presence presence -> presence == Expression.Presence.NONE ? "" : presence.name();
            case TypeExpression.Reference reference
            when reference.arguments().isEmpty() -> reference.name().toString();
            case KeyName.Fixed key when key.prefix() == null -> show(key.name());
            case FieldType.Key.Named key when key.prefix() == null -> show(key.name());
            case ArrayElement element when element.condition() == null -> show(element.value());
            case List<?> list -> list(list);
            case Record record -> record(record);
            default -> value.toString();
        };
    }

    private static String list(List<?> list) {
        StringJoiner items = new StringJoiner(", ", "[", "]");
        list.forEach(item -> items.add(show(item)));
        return list.isEmpty() ? "" : items.toString();
    }

    private static String record(Record record) {
        StringJoiner shown = new StringJoiner(" ", record.getClass().getSimpleName() + "(", ")");
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = value(record, component);
            String part = value instanceof Boolean flag ? (flag ? component.getName() : "") : show(value);
            if (!part.isEmpty()) {
                shown.add(part);
            }
        }
        return shown.toString();
    }

    private static @Nullable Object value(Record record, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
