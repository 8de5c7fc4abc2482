package dev.hinny.specs;

import dev.hinny.base.SourceSpan;
import java.util.List;

/** A place where the API answers: a URL template, its variables. */
public record Server(String url, String description, List<Parameter> variables, SourceSpan span) {
    public Server {
        variables = List.copyOf(variables);
    }
}
