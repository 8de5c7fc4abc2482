package dev.hinny.lang.front;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints the cases of {@code match} and {@code update}. */
final class PatternPrinter {
    private PatternPrinter() {}

    static String match(List<MatchCase> cases) {
        return " match {"
                + Layout.block(Layout.join(Layout.each(cases, PatternPrinter::matchCase), Layout.BREAK))
                + "}";
    }

    static String update(List<UpdateCase> cases) {
        return " update {"
                + Layout.block(Layout.join(Layout.each(cases, PatternPrinter::updateCase), Layout.BREAK))
                + "}";
    }

    private static String matchCase(MatchCase it) {
        String prefix = it.pattern() instanceof Pattern.Else ? "" : "case ";
        return prefix + pattern(it.pattern()) + guard(it.guard()) + " -> " + ExpressionPrinter.expression(it.body());
    }

    private static String guard(@Nullable Expression guard) {
        return guard == null ? "" : " if (" + ExpressionPrinter.expression(guard) + ")";
    }

    private static String pattern(Pattern pattern) {
        return switch (pattern) {
            case Pattern.Else it -> it.binding() == null ? "else" : "else " + it.binding();
            case Pattern.Binding it -> it.binding().text();
            case Pattern.Literal it ->
                (it.binding() == null ? "" : it.binding() + ": ") + ExpressionPrinter.expression(it.literal());
            case Pattern.Constant it -> it.reference().name().toString();
            case Pattern.TypeTest it -> named(it.binding()) + "is " + TypePrinter.type(it.type());
            case Pattern.Regex it -> named(it.binding()) + "matches " + ExpressionPrinter.expression(it.regex());
            case Pattern.EmptyArray _ -> "[]";
            case Pattern.EmptyObject _ -> "{}";
            case Pattern.ArrayParts it -> "[" + it.head() + " ~ " + it.tail() + "]";
            case Pattern.ObjectParts it -> "{" + it.key() + ": " + it.value() + " ~ " + it.tail() + "}";
        };
    }

    private static String named(@Nullable Name binding) {
        return binding == null ? "" : binding + " ";
    }

    private static String updateCase(UpdateCase it) {
        String names = it.value() == null
                ? ""
                : it.index() == null ? it.value() + " at " : "(" + it.value() + ", " + it.index() + ") at ";
        String path = Layout.join(Layout.each(it.path(), SelectorPrinter::selector), "");
        return "case " + names + path + (it.upsert() ? "!" : "") + guard(it.condition()) + " -> "
                + ExpressionPrinter.expression(it.body());
    }
}
