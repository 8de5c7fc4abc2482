package dev.hinny.runtime.engine.expression;

import dev.hinny.base.MediaType;
import dev.hinny.lang.engine.format.TypedValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.runtime.api.Event;
import dev.hinny.runtime.api.Expression;
import dev.hinny.runtime.api.FlowError;
import java.util.List;
import java.util.Map;

/** Text with scripts in it: {@code Hello #[vars.name]!}. */
final class TemplateExpression extends TextExpression {
    private final List<Expression> parts;

    TemplateExpression(String source, List<Expression> parts) {
        super(source);
        this.parts = List.copyOf(parts);
    }

    @Override
    public Value evaluate(Event event, Map<String, TypedValue> more) throws FlowError {
        StringBuilder out = new StringBuilder();
        for (Expression part : parts) {
            out.append(more.isEmpty() ? part.text(event) : Texts.of(part.evaluate(event, more)));
        }
        return StringValue.of(out.toString());
    }

    @Override
    public TypedValue transform(Event event, MediaType fallback) throws FlowError {
        return TypedValue.of(evaluate(event, Map.of()), MediaType.TEXT);
    }

    @Override
    public boolean isLiteral() {
        return false;
    }
}
