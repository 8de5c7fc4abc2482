package dev.hinny.runtime.model;

import dev.hinny.base.Problem;
import dev.hinny.base.Severity;
import java.util.List;

/**
 * What loading gave: the model as far as it could be read, and every problem, sorted by place. The model of an application
 * with errors is for looking at, not for running.
 */
public record Loaded(ApplicationModel model, List<Problem> problems) {
    public boolean hasErrors() {
        return problems.stream().anyMatch(p -> p.severity() == Severity.ERROR);
    }
}
