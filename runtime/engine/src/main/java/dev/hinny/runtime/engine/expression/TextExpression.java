package dev.hinny.runtime.engine.expression;

import dev.hinny.base.MediaType;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.runtime.api.ErrorType;
import dev.hinny.runtime.api.Event;
import dev.hinny.runtime.api.Expression;
import dev.hinny.runtime.api.FlowError;
import java.math.BigDecimal;
import java.util.Map;

/** What all expressions share: reading the value as text, flag or number. */
abstract sealed class TextExpression implements Expression
        permits ScriptExpression, LiteralExpression, TemplateExpression, FailedExpression {
    private final String source;

    TextExpression(String source) {
        this.source = source;
    }

    @Override
    public final String source() {
        return source;
    }

    @Override
    public final Value evaluate(Event event) throws FlowError {
        return evaluate(event, Map.of());
    }

    @Override
    public final String text(Event event) throws FlowError {
        return Texts.of(transform(event, MediaType.JAVA));
    }

    @Override
    public final boolean bool(Event event) throws FlowError {
        Value value = evaluate(event);
        if (value instanceof BooleanValue b) {
            return b.value();
        }
        if (value instanceof NullValue) {
            return false;
        }
        String text = Texts.of(value).strip();
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return Boolean.parseBoolean(text);
        }
        throw new FlowError(
                ErrorType.EXPRESSION,
                "'" + Strings.brief(source) + "' gives '" + Strings.brief(text) + "' where true or false is expected");
    }

    @Override
    public final long number(Event event) throws FlowError {
        Value value = evaluate(event);
        if (value instanceof NumberValue n) {
            return n.longValue();
        }
        String text = Texts.of(value).strip();
        try {
            return new BigDecimal(text).longValue();
        } catch (NumberFormatException e) {
            throw new FlowError(
                    ErrorType.EXPRESSION,
                    "'" + Strings.brief(source) + "' gives '" + Strings.brief(text) + "' where a number is expected",
                    e);
        }
    }
}
