package dev.hinny.lang.front.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.StringJoiner;

/** Prints types as the language writes them. */
final class TypeText {
    private static final int LIMIT = 90;
    private static final int UNION = 1;
    private static final int INTERSECTION = 2;
    private static final int BASIC = 3;

    private TypeText() {}

    static String of(Type type) {
        return print(type, 0, 0);
    }

    /** For messages: long objects are cut. */
    static String brief(Type type) {
        String text = of(type).replace("Array<Any>", "Array").replace("Array<Nothing>", "Array");
        if (text.length() <= LIMIT) {
            return text;
        }
        return switch (type) {
            case Type.Object _ -> "Object";
            case Type.Array a -> "Array<" + brief(a.item()) + ">";
            case Type.Function _ -> "a function";
            default -> text.substring(0, LIMIT) + "...";
        };
    }

    /** {@code a String}, {@code an Array<Number>}. */
    static String withArticle(Type type) {
        String text = brief(type);
        boolean plain = !text.isEmpty() && Character.isUpperCase(text.charAt(0)) && !(type instanceof Type.Union);
        if (!plain || type instanceof Type.Any || type instanceof Type.Simple s && s.kind() == Type.Kind.NULL) {
            return text;
        }
        return ("AEIO".indexOf(text.charAt(0)) >= 0 ? "an " : "a ") + text;
    }

    private static String print(Type type, int strength, int depth) {
        String text = print(type, depth);
        return strength(type) < strength ? "(" + text + ")" : text;
    }

    private static int strength(Type type) {
        return switch (type) {
            case Type.Function _ -> 0;
            case Type.Union _ -> UNION;
            case Type.Intersection _ -> INTERSECTION;
            case Type.Any _,
                    Type.Nothing _,
                    Type.Simple _,
                    Type.Literal _,
                    Type.Array _,
                    Type.Object _,
                    Type.Variable _,
                    Type.Named _,
                    Type.TypeOfType _ -> BASIC;
        };
    }

    private static String print(Type type, int depth) {
        if (depth > 30) {
            return "Any";
        }
        int next = depth + 1;
        return switch (type) {
            case Type.Any _, Type.Nothing _, Type.Simple _, Type.Variable _ -> type.toString();
            case Type.Literal l ->
                switch (l.value()) {
                    case String s -> '"' + s.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
                    case BigDecimal n -> n.toPlainString();
                    default -> l.value().toString();
                };
            case Type.Array a -> "Array<" + print(a.item(), next) + ">";
            case Type.Object o -> object(o, next);
            case Type.Function f ->
                typeParameters(f.typeParameters(), next)
                        + parameters(f.parameters(), next)
                        + " -> "
                        + print(f.result(), next);
            case Type.Union u -> join(u.members(), " | ", INTERSECTION, next);
            case Type.Intersection i -> join(i.members(), " & ", BASIC, next);
            case Type.Named n ->
                n.arguments().isEmpty() ? n.name() : n.name() + "<" + join(n.arguments(), ", ", 0, next) + ">";
            case Type.TypeOfType t -> t.type() instanceof Type.Any ? "Type" : "Type<" + print(t.type(), next) + ">";
        };
    }

    private static String join(List<Type> types, String between, int strength, int depth) {
        StringJoiner out = new StringJoiner(between);
        types.forEach(t -> out.add(print(t, strength, depth)));
        return out.toString();
    }

    private static String object(Type.Object object, int depth) {
        String left = object.extent() == Type.Extent.CLOSED ? "|" : "";
        if (object.fields().isEmpty()) {
            return object.extent() == Type.Extent.OPEN ? "Object" : "{" + left + left + "}";
        }
        String ordered = object.ordered() ? "-" : "";
        String pad = left.isEmpty() && ordered.isEmpty() ? "" : " ";
        StringJoiner out = new StringJoiner(", ", "{" + ordered + left + pad, pad + left + ordered + "}");
        object.fields().forEach(f -> out.add(field(f, depth)));
        return out.toString();
    }

    private static String field(Type.Field field, int depth) {
        StringBuilder out = new StringBuilder();
        if (field.prefix() != null) {
            out.append(field.prefix()).append('#');
        }
        out.append(field.name() == null ? "_" : key(field.name()));
        if (!field.attributes().isEmpty()) {
            StringJoiner attributes = new StringJoiner(", ", " @(", ")");
            field.attributes().forEach(a -> attributes.add(field(a, depth)));
            out.append(attributes);
        }
        out.append(field.repeated() ? "*" : "").append(field.optional() ? "?" : "");
        return out.append(": ").append(print(field.type(), depth)).toString();
    }

    static String key(String name) {
        boolean plain = !name.isEmpty()
                && !Character.isDigit(name.charAt(0))
                && name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_');
        return plain ? name : '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String typeParameters(List<Type.Variable> parameters, int depth) {
        if (parameters.isEmpty()) {
            return "";
        }
        StringJoiner out = new StringJoiner(", ", "<", ">");
        for (Type.Variable parameter : parameters) {
            out.add(
                    parameter.bound() instanceof Type.Any
                            ? parameter.name()
                            : parameter.name() + " <: " + print(parameter.bound(), depth));
        }
        return out.toString();
    }

    private static String parameters(List<Type.Parameter> parameters, int depth) {
        StringJoiner out = new StringJoiner(", ", "(", ")");
        for (Type.Parameter parameter : parameters) {
            String name = parameter.name().isEmpty() ? "" : parameter.name() + (parameter.optional() ? "?: " : ": ");
            out.add(name + print(parameter.type(), depth));
        }
        return out.toString();
    }

    /** {@code <T>(a: T): R}: as it stands behind the name of a declared function. */
    static String declaration(Type.Function function) {
        return typeParameters(function.typeParameters(), 0)
                + parameters(function.parameters(), 0)
                + ": "
                + print(function.result(), 0);
    }

    /** {@code (a: String, b: Number = ...)}: what a function takes, as messages show it. */
    static String signature(List<Type.Parameter> parameters) {
        StringJoiner out = new StringJoiner(", ", "(", ")");
        for (Type.Parameter parameter : parameters) {
            String name = parameter.name().isEmpty() ? "" : parameter.name() + ": ";
            out.add(name + brief(parameter.type()) + (parameter.optional() ? " = ..." : ""));
        }
        return out.toString();
    }
}
