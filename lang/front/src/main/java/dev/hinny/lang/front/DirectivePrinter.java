package dev.hinny.lang.front;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints directives, one a line. */
final class DirectivePrinter {
    private DirectivePrinter() {}

    static String directive(Directive directive) {
        String annotations = Layout.join(Layout.each(directive.annotations(), a -> annotation(a) + Layout.BREAK), "");
        return annotations + print(directive);
    }

    private static String print(Directive directive) {
        return switch (directive) {
            case Directive.Version it -> "%dw " + it.number();
            case Directive.Import it -> "import " + imported(it) + it.module() + as(it.alias());
            case Directive.Namespace it -> "ns " + it.prefix() + " " + it.uri();
            case Directive.Variable it -> "var " + definition(it);
            case Directive.Function it ->
                "fun " + it.name() + TypePrinter.parameters(it.typeParameters()) + parameters(it.parameters())
                        + type(it.returnType())
                        + " = "
                        + ExpressionPrinter.expression(it.body());
            case Directive.TypeAlias it ->
                "type " + it.name() + TypePrinter.parameters(it.typeParameters()) + " = " + TypePrinter.type(it.type());
            case Directive.Input it ->
                "input " + it.name() + type(it.type()) + format(it.format()) + properties(it.properties());
            case Directive.Output it ->
                "output" + (it.type() == null ? "" : " " + type(it.type())) + format(it.format())
                        + (it.writer() == null ? "" : " with " + it.writer())
                        + properties(it.properties());
            case Directive.AnnotationDeclaration it -> "annotation " + it.name() + parameters(it.parameters());
        };
    }

    private static String format(String format) {
        return format.isEmpty() ? "" : " " + format;
    }

    private static String imported(Directive.Import it) {
        if (it.all()) {
            return "* from ";
        }
        return it.names().isEmpty()
                ? ""
                : Layout.join(Layout.each(it.names(), n -> n.name() + as(n.alias())), ", ", "", " from ");
    }

    private static String as(@Nullable Name alias) {
        return alias == null ? "" : " as " + alias;
    }

    private static String type(@Nullable TypeExpression type) {
        return type == null ? "" : ": " + TypePrinter.type(type);
    }

    /** {@code name: Type = value}. */
    static String definition(Directive.Variable variable) {
        return variable.name() + type(variable.type()) + " = " + ExpressionPrinter.expression(variable.value());
    }

    private static String properties(List<Property> properties) {
        return properties.isEmpty()
                ? ""
                : Layout.join(
                        Layout.each(properties, p -> p.name() + "=" + ExpressionPrinter.expression(p.value())),
                        ", ",
                        " ",
                        "");
    }

    static String parameters(List<Parameter> parameters) {
        return Layout.list("(", Layout.each(parameters, DirectivePrinter::parameter), ")");
    }

    private static String parameter(Parameter parameter) {
        String annotations = Layout.join(Layout.each(parameter.annotations(), a -> annotation(a) + " "), "");
        return annotations
                + parameter.name()
                + type(parameter.type())
                + (parameter.defaultValue() == null
                        ? ""
                        : " = " + ExpressionPrinter.expression(parameter.defaultValue()));
    }

    private static String annotation(Annotation annotation) {
        String arguments = annotation.arguments().isEmpty()
                ? ""
                : Layout.join(
                        Layout.each(
                                annotation.arguments(),
                                a -> a.name() + " = " + ExpressionPrinter.expression(a.value())),
                        ", ",
                        "(",
                        ")");
        return "@" + annotation.name() + arguments;
    }
}
