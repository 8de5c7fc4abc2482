package dev.hinny.runtime.engine.expression;

import dev.hinny.base.MediaType;
import dev.hinny.base.Problem;
import dev.hinny.base.ProblemException;
import dev.hinny.lang.engine.format.TypedValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.runtime.api.ErrorType;
import dev.hinny.runtime.api.Event;
import dev.hinny.runtime.api.FlowError;
import java.util.Map;
import java.util.Optional;

/** A whole {@code #[…]}. */
final class ScriptExpression extends TextExpression {
    private final ScriptLanguage.Compiled script;
    private final ScriptScope scope;
    private final PlaceMap places;
    private final String name;
    private final Pointer pointer;
    private final Inputs inputs;
    private final boolean declared;

    ScriptExpression(
            String source,
            String text,
            ScriptLanguage.Compiled script,
            ScriptScope scope,
            PlaceMap places,
            String name) {
        super(source);
        this.script = script;
        this.scope = scope;
        this.places = places;
        this.name = name;
        this.pointer = Pointer.of(text);
        this.inputs = Inputs.of(text);
        this.declared = script.declaresOutput();
    }

    @Override
    public Value evaluate(Event event, Map<String, TypedValue> more) throws FlowError {
        if (more.isEmpty()) {
            Optional<TypedValue> direct = pointer.find(event);
            if (direct.isPresent()) {
                return read(direct.get());
            }
        }
        try {
            return Materials.whole(script.evaluate(scope.bindings(event, more)));
        } catch (ProblemException e) {
            throw failed(e, e.first());
        } catch (StackOverflowError e) {
            throw tooDeep(e);
        }
    }

    private Value read(TypedValue value) throws FlowError {
        try {
            return value.value();
        } catch (ProblemException e) {
            throw failed(e, e.first());
        }
    }

    @Override
    public TypedValue transform(Event event, MediaType fallback) throws FlowError {
        Optional<TypedValue> direct = pointer.find(event);
        if (direct.isPresent()) {
            return direct.get();
        }
        try {
            TypedValue written = script.write(scope.bindings(event, Map.of()), fallback);
            if (written.isDocument()) {
                return written;
            }
            Value value = written.value();
            Value whole = Materials.whole(value);
            TypedValue result = whole == value ? written : TypedValue.of(whole, written.mediaType());
            return declared || !fallback.equals(MediaType.JAVA) ? result : inputs.typed(result, event);
        } catch (ProblemException e) {
            throw failed(e, e.first());
        } catch (StackOverflowError e) {
            throw tooDeep(e);
        }
    }

    private FlowError tooDeep(StackOverflowError e) {
        return new FlowError(
                ErrorType.EXPRESSION,
                "the script calls itself too deep, evaluating '" + Strings.brief(source()) + "'",
                e);
    }

    private FlowError failed(ProblemException e, Problem problem) {
        Problem placed = places.map(problem, name);
        Throwable cause = e.getCause();
        return new FlowError(
                ErrorType.EXPRESSION,
                "\"" + problem.message() + "\" evaluating expression: \"" + Strings.brief(source()) + "\" at "
                        + placed.place(),
                cause instanceof FlowError ? cause : new ProblemException(placed, e));
    }

    @Override
    public boolean isLiteral() {
        return false;
    }
}
