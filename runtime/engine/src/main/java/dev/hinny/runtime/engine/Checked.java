package dev.hinny.runtime.engine;

import dev.hinny.base.Problem;
import dev.hinny.base.Severity;
import dev.hinny.runtime.model.ApplicationModel;
import java.util.List;

/** An application that was read and built but not started, with every problem, sorted by place. */
public record Checked(ApplicationModel model, List<Problem> problems) {
    public boolean hasErrors() {
        return problems.stream().anyMatch(p -> p.severity() == Severity.ERROR);
    }
}
