package dev.hinny.lang.tools.repl;

import dev.hinny.base.Problem;
import dev.hinny.base.SourceText;
import dev.hinny.lang.front.Parsed;
import dev.hinny.lang.front.Parser;

/** Whether a text is whole, or a bracket, a scope or an operand is still to come on the next line. */
final class Completeness {
    private Completeness() {}

    static boolean isWhole(String text) {
        if (isNothing(text) || text.stripLeading().startsWith(":")) {
            return true;
        }
        Parsed parsed = Parser.parse(new SourceText("<repl>", text));
        int end = text.stripTrailing().length();
        return parsed.problems().stream().noneMatch(p -> isOpen(p, end));
    }

    /** Whether it has nothing to evaluate: blanks and comments to the end of a line. */
    static boolean isNothing(String text) {
        return text.lines().map(String::strip).allMatch(line -> line.isEmpty() || line.startsWith("//"));
    }

    private static boolean isOpen(Problem problem, int end) {
        return problem.place() != null
                && (problem.code().equals("SCRIPT-UNCLOSED")
                                && !problem.message().endsWith("on its line")
                        || problem.code().equals("SCRIPT-SYNTAX")
                                && problem.place().startOffset() >= end);
    }
}
