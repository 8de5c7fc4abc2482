package dev.hinny.lang.front;

import java.util.List;

/** Prints types. */
final class TypePrinter {
    private static final int UNION = 1;
    private static final int INTERSECTION = 2;
    private static final int BASIC = 3;

    private TypePrinter() {}

    static String type(TypeExpression type) {
        return print(type, 0);
    }

    private static String print(TypeExpression type, int strength) {
        return strength(type) < strength ? "(" + print(type) + ")" : print(type);
    }

    private static int strength(TypeExpression type) {
        return switch (type) {
            case TypeExpression.Function _ -> 0;
            case TypeExpression.Union _ -> UNION;
            case TypeExpression.Intersection _ -> INTERSECTION;
            case TypeExpression.Missing _,
                    TypeExpression.Undefined _,
                    TypeExpression.Dynamic _,
                    TypeExpression.Reference _,
                    TypeExpression.Field _,
                    TypeExpression.Literal _,
                    TypeExpression.ObjectOf _,
                    TypeExpression.WithMetadata _ -> BASIC;
        };
    }

    private static String print(TypeExpression type) {
        return switch (type) {
            case TypeExpression.Missing _ -> "";
            case TypeExpression.Undefined _ -> "???";
            case TypeExpression.Dynamic _ -> "?";
            case TypeExpression.Reference it -> it.name() + arguments(it.arguments());
            case TypeExpression.Field it -> print(it.target(), BASIC) + "." + ObjectPrinter.key(it.name());
            case TypeExpression.Literal it -> ExpressionPrinter.expression(it.literal());
            case TypeExpression.ObjectOf it -> object(it);
            case TypeExpression.Function it ->
                parameters(it.typeParameters())
                        + Layout.join(Layout.each(it.parameters(), TypePrinter::functionParameter), ", ", "(", ")")
                        + " -> "
                        + type(it.result());
            case TypeExpression.Union it -> members(it.members(), " | ", INTERSECTION);
            case TypeExpression.Intersection it -> members(it.members(), " & ", BASIC);
            case TypeExpression.WithMetadata it ->
                print(it.type(), BASIC) + Layout.list(" {", Layout.each(it.entries(), TypePrinter::entry), "}");
        };
    }

    private static String members(List<TypeExpression> members, String between, int strength) {
        return Layout.join(Layout.each(members, m -> print(m, strength)), between);
    }

    static String arguments(List<TypeExpression> arguments) {
        return arguments.isEmpty() ? "" : Layout.join(Layout.each(arguments, TypePrinter::type), ", ", "<", ">");
    }

    static String parameters(List<TypeParameter> parameters) {
        return parameters.isEmpty() ? "" : Layout.join(Layout.each(parameters, TypePrinter::parameter), ", ", "<", ">");
    }

    private static String parameter(TypeParameter parameter) {
        return parameter.bound() == null
                ? parameter.name().text()
                : parameter.name() + " <: " + type(parameter.bound());
    }

    private static String functionParameter(TypeExpression.FunctionParameter parameter) {
        String name = parameter.name() == null ? "" : parameter.name() + (parameter.optional() ? "?: " : ": ");
        return name + type(parameter.type());
    }

    private static String entry(TypeExpression.MetadataEntry entry) {
        String pair = ObjectPrinter.word(entry.name().text()) + ": " + ExpressionPrinter.expression(entry.value());
        return entry.condition() == null
                ? pair
                : "(" + pair + ") if (" + ExpressionPrinter.expression(entry.condition()) + ")";
    }

    private static String object(TypeExpression.ObjectOf object) {
        String open = "{" + (object.ordered() ? "-" : "") + (object.closed() ? "|" : "");
        String close = (object.closed() ? "|" : "") + (object.ordered() ? "-" : "") + "}";
        boolean spaced = open.length() > 1;
        return Layout.list(
                spaced ? open + " " : open,
                Layout.each(object.fields(), TypePrinter::field),
                spaced ? " " + close : close);
    }

    private static String field(FieldType field) {
        String attributes = field.attributes().isEmpty()
                ? ""
                : Layout.join(
                        Layout.each(
                                field.attributes(), a -> key(a.key()) + (a.optional() ? "?: " : ": ") + type(a.type())),
                        ", ",
                        " @(",
                        ")");
        return key(field.key())
                + attributes
                + (field.repeated() ? "*" : "")
                + (field.optional() ? "?" : "")
                + ": "
                + type(field.type());
    }

    private static String key(FieldType.Key key) {
        return switch (key) {
            case FieldType.Key.Any _ -> "_";
            case FieldType.Key.Parameter it -> "(" + parameter(it.parameter()) + ")";
            case FieldType.Key.Named it -> {
                String name = "_".equals(it.name()) ? "\"_\"" : ObjectPrinter.word(it.name());
                yield it.prefix() == null ? name : it.prefix() + "#" + name;
            }
        };
    }
}
