package dev.hinny.runtime.engine.expression;

import dev.hinny.base.MediaType;
import dev.hinny.lang.engine.format.TypedValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.runtime.api.Event;
import java.util.Map;

/** Plain text. */
final class LiteralExpression extends TextExpression {
    private final StringValue value;
    private final TypedValue typed;

    LiteralExpression(String text) {
        super(text);
        this.value = StringValue.of(text);
        this.typed = TypedValue.of(value, MediaType.TEXT);
    }

    @Override
    public Value evaluate(Event event, Map<String, TypedValue> more) {
        return value;
    }

    @Override
    public TypedValue transform(Event event, MediaType fallback) {
        return typed;
    }

    @Override
    public boolean isLiteral() {
        return true;
    }
}
