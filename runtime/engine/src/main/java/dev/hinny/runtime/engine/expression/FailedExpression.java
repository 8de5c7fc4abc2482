package dev.hinny.runtime.engine.expression;

import dev.hinny.base.MediaType;
import dev.hinny.base.Problem;
import dev.hinny.base.ProblemException;
import dev.hinny.lang.engine.format.TypedValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.runtime.api.ErrorType;
import dev.hinny.runtime.api.Event;
import dev.hinny.runtime.api.FlowError;
import java.util.List;
import java.util.Map;

/** A script that could not be compiled: fails when it is evaluated, so that the rest of the application can be tested. */
final class FailedExpression extends TextExpression {
    private final List<Problem> problems;

    FailedExpression(String source, List<Problem> problems) {
        super(source);
        this.problems = List.copyOf(problems);
    }

    @Override
    public Value evaluate(Event event, Map<String, TypedValue> more) throws FlowError {
        throw new FlowError(ErrorType.EXPRESSION, problems.get(0).line(), new ProblemException(problems));
    }

    @Override
    public TypedValue transform(Event event, MediaType fallback) throws FlowError {
        throw new FlowError(ErrorType.EXPRESSION, problems.get(0).line(), new ProblemException(problems));
    }

    @Override
    public boolean isLiteral() {
        return false;
    }
}
