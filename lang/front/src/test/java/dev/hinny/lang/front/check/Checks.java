package dev.hinny.lang.front.check;

import dev.hinny.base.Problem;
import dev.hinny.base.Severity;
import dev.hinny.base.SourceText;
import dev.hinny.lang.front.Parser;
import java.util.List;

/** Short ways to check a script. */
final class Checks {
    private Checks() {}

    static Analysis check(String script) {
        return check(script, Environment.FLOW);
    }

    static Analysis check(String script, Environment environment) {
        SourceText source = new SourceText("script.dwl", script);
        return Checker.check(Parser.parse(source), source, environment);
    }

    /** The type of the script's body. */
    static String typeOf(String script, Environment environment) {
        SourceText source = new SourceText("script.dwl", script);
        var parsed = Parser.parse(source);
        var body = java.util.Objects.requireNonNull(parsed.document().body()).span();
        return Checker.check(parsed, source, environment)
                .typeOf(body.startOffset(), body.endOffset())
                .map(Type::toString)
                .orElse("nothing is known");
    }

    static List<String> lines(Analysis analysis, Severity worst) {
        return analysis.problems().stream()
                .filter(p -> p.severity().compareTo(worst) <= 0)
                .map(Problem::line)
                .toList();
    }
}
