package dev.hinny.runtime.engine.expression;

import dev.hinny.base.Problem;
import dev.hinny.base.ProblemException;
import dev.hinny.base.Problems;
import dev.hinny.base.Severity;
import dev.hinny.base.SourceSpan;
import dev.hinny.base.SourceText;
import dev.hinny.lang.engine.CompileOptions;
import dev.hinny.runtime.api.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compiles the scripts of one application. Used by one thread while the application is built, by many afterwards. */
public final class Scripts {
    private static final int MAXIMUM_TEXT = 4 << 20;

    private final ScriptLanguage language;
    private final ScriptScope scope;
    private final CompileOptions options;
    private final Map<String, SourceText> files;
    private final Severity missing;

    /**
     * @param files the texts of the flow files, for places
     * @param missing how bad it is that a module or class is not there
     */
    public Scripts(
            ScriptLanguage language,
            ScriptScope scope,
            CompileOptions options,
            Map<String, SourceText> files,
            Severity missing) {
        this.language = language;
        this.scope = scope;
        this.options = options.withNames(CompileOptions.FLOW_NAMES);
        this.files = files;
        this.missing = missing;
    }

    /** An attribute or text that may hold scripts; what is wrong with them goes to the problems. */
    public Expression expression(String text, SourceSpan place, Problems problems, String... more) {
        List<Template.Part> parts = Template.parse(text);
        if (parts.isEmpty()) {
            return new LiteralExpression("");
        }
        List<Expression> expressions = new ArrayList<>(parts.size());
        for (Template.Part part : parts) {
            expressions.add(
                    part.script()
                            ? script(text, part, place, problems, Set.of(more))
                            : new LiteralExpression(part.text()));
        }
        return expressions.size() == 1 ? expressions.get(0) : new TemplateExpression(text, expressions);
    }

    /** A text that is a script without {@code #[…]} around it, such as a {@code set-payload} in a transformation. */
    public Expression script(String text, SourceSpan place, Problems problems, String... more) {
        List<Template.Part> parts = Template.parse(text);
        return parts.size() == 1 && parts.get(0).script()
                ? expression(text, place, problems, more)
                : script(text, new Template.Part(true, text, 0), place, problems, Set.of(more));
    }

    /** A script file. */
    public Expression file(SourceText source, Problems problems) {
        return compile(
                source.text(), source, PlaceMap.of(source, source.span(0, source.text().length()), source.text(), 0),
                problems, Set.of());
    }

    private Expression script(
            String text, Template.Part part, SourceSpan place, Problems problems, Set<String> more) {
        PlaceMap places = PlaceMap.of(files.get(place.source()), place, text, part.start());
        String written = Template.parse(text).size() == 1 ? text : part.text();
        return compile(written, new SourceText("<script>", part.text()), places, problems, more);
    }

    /** A module or class that is not there may be in a private library: it is as bad as anything that is missing. */
    private Problem graded(Problem problem) {
        boolean absent = problem.code().equals("UNKNOWN-MODULE") || problem.message().startsWith("there is no module for ");
        return absent ? problem.as(missing) : problem;
    }

    /** @param written the script as it stands in the file, for messages */
    private Expression compile(
            String written, SourceText text, PlaceMap places, Problems problems, Set<String> more) {
        List<Problem> found = new ArrayList<>();
        if (text.text().length() > MAXIMUM_TEXT) {
            found.add(Problem.error("TOO-LARGE", null, "the script is longer than 4 MiB"));
        }
        try {
            if (!found.isEmpty()) {
                throw new ProblemException(found);
            }
            ScriptLanguage.Compiled compiled =
                    language.compile(text, more.isEmpty() ? options : options.withNames(more));
            problems.addAll(placed(compiled.warnings(), places, text));
            return new ScriptExpression(written, text.text(), compiled, scope, places, text.name());
        } catch (ProblemException e) {
            found.addAll(e.problems());
        } catch (StackOverflowError e) {
            found.add(Problem.error("TOO-DEEP", null, "the script is nested too deep"));
        }
        List<Problem> placed = placed(found, places, text);
        problems.addAll(placed);
        return new FailedExpression(written, placed);
    }

    private List<Problem> placed(List<Problem> found, PlaceMap places, SourceText text) {
        return found.stream()
                .map(p -> places.map(graded(p), text.name()))
                .distinct()
                .toList();
    }
}
