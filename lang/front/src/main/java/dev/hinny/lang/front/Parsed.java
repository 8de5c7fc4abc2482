package dev.hinny.lang.front;

import dev.hinny.base.Problem;
import dev.hinny.base.Severity;
import java.util.List;

/**
 * A document and all its syntax problems, sorted by place; the document holds {@code Missing} nodes where text is
 * lacking.
 */
public record Parsed(Document document, List<Problem> problems) {
    public Parsed {
        problems = List.copyOf(problems);
    }

    public boolean hasErrors() {
        return problems.stream().anyMatch(p -> p.severity() == Severity.ERROR);
    }
}
