package dev.hinny.lang.front;

import dev.hinny.base.SourceSpan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whatever has a value. Parentheses leave no node. */
public sealed interface Expression extends Node {
    /** Stands where an expression was expected and not found; only in documents with problems. */
    record Missing(SourceSpan span) implements Expression {}

    /** {@code ???}: fails when it is evaluated. */
    record Undefined(SourceSpan span) implements Expression {}

    record NullLiteral(SourceSpan span) implements Expression {}

    record BooleanLiteral(SourceSpan span, boolean value) implements Expression {}

    /** The digits as they are written; a sign in front is a {@link Unary}. */
    record NumberLiteral(SourceSpan span, String text) implements Expression {}

    /** A string without holes, its escapes resolved. */
    record StringLiteral(SourceSpan span, String value) implements Expression {}

    /** A string with at least one {@code $name} or {@code $(expression)}. */
    record Template(SourceSpan span, List<TemplatePart> parts) implements Expression {
        public Template {
            parts = List.copyOf(parts);
        }
    }

    /**
     * {@code name`text $(expression)`}: the function gets the texts and the values of the holes; texts keep their
     * escapes raw.
     */
    record CustomTemplate(SourceSpan span, QualifiedName interpolator, List<TemplatePart> parts) implements Expression {
        public CustomTemplate {
            parts = List.copyOf(parts);
        }
    }

    /** A date, time, date-time, zone or period: the text between the bars as it is written. */
    record TemporalLiteral(SourceSpan span, String text) implements Expression {}

    /** The pattern between the slashes; {@code \/} is already a plain slash. */
    record RegexLiteral(SourceSpan span, String pattern) implements Expression {}

    /** A variable, function, type or module member by name. */
    record Reference(SourceSpan span, QualifiedName name) implements Expression {}

    /** {@code $} is 1, {@code $$} is 2, {@code $$$} is 3 (and so on). */
    record ImplicitParameter(SourceSpan span, int index) implements Expression {}

    /**
     * An operand in which {@code $} is used, made a function of {@code arity} parameters (the highest index used).
     *
     * <p>{@code certain} is true where the operand surely is a function (a known higher-order function, a filter
     * selector). Otherwise the function to the left is not known to the parser: when none of its overloads takes a
     * function here, the body has to be evaluated as a plain value whose {@code $} belong to the next {@link
     * ImplicitLambda} (or match or update case) outside; that one always exists where there is one in the text, and
     * its arity counts them.
     */
    record ImplicitLambda(SourceSpan span, int arity, boolean certain, Expression body) implements Expression {}

    /** {@code {a: 1, (b): 2, (spread)}}, also a single pair without braces. */
    record ObjectLiteral(SourceSpan span, List<ObjectEntry> entries) implements Expression {
        public ObjectLiteral {
            entries = List.copyOf(entries);
        }
    }

    /** {@code {key: value ~ tail}}. */
    record ObjectPrepend(SourceSpan span, ObjectEntry head, Expression tail) implements Expression {}

    record ArrayLiteral(SourceSpan span, List<ArrayElement> elements) implements Expression {
        public ArrayLiteral {
            elements = List.copyOf(elements);
        }
    }

    /** {@code [head ~ tail]}. */
    record ArrayPrepend(SourceSpan span, Expression head, Expression tail) implements Expression {}

    record Unary(SourceSpan span, UnaryOperator operator, Expression operand) implements Expression {}

    record Binary(SourceSpan span, BinaryOperator operator, Expression left, Expression right) implements Expression {}

    /** {@code value default fallback}. */
    record DefaultValue(SourceSpan span, Expression value, Expression fallback) implements Expression {}

    /** {@code left function right}; {@code ++} and {@code --} are such functions, {@code mod} and {@code to} too. */
    record Infix(SourceSpan span, QualifiedName function, Expression left, Expression right) implements Expression {}

    record Call(SourceSpan span, Expression function, List<TypeExpression> typeArguments, List<Expression> arguments)
            implements Expression {
        public Call {
            typeArguments = List.copyOf(typeArguments);
            arguments = List.copyOf(arguments);
        }
    }

    record Select(SourceSpan span, Expression target, Selector selector, Presence presence) implements Expression {}

    /** What follows a selector: nothing, {@code ?} (is it there) or {@code !} (it must be there). */
    enum Presence {
        NONE,
        EXISTS,
        ASSERT
    }

    /** {@code value as Type {format: ...}}. */
    record Coerce(SourceSpan span, Expression value, TypeExpression type) implements Expression {}

    /** {@code value is Type}. */
    record TypeTest(SourceSpan span, Expression value, TypeExpression type) implements Expression {}

    record If(SourceSpan span, Expression condition, Expression whenTrue, Expression whenFalse) implements Expression {}

    record Unless(SourceSpan span, Expression condition, Expression whenFalse, Expression whenTrue)
            implements Expression {}

    /** {@code do { declarations --- body }}. */
    record Do(SourceSpan span, List<Directive> declarations, Expression body) implements Expression {
        public Do {
            declarations = List.copyOf(declarations);
        }
    }

    /** {@code using (name = value) body}. */
    record Using(SourceSpan span, List<Directive.Variable> declarations, Expression body) implements Expression {
        public Using {
            declarations = List.copyOf(declarations);
        }
    }

    /** {@code subject match { case ... }}; {@code $} in a case's guard and body is the matched value. */
    record Match(SourceSpan span, Expression subject, List<MatchCase> cases) implements Expression {
        public Match {
            cases = List.copyOf(cases);
        }
    }

    /**
     * {@code subject update { case ... }}; {@code $} in a case's condition and body is the selected value, {@code $$}
     * its index.
     */
    record Update(SourceSpan span, Expression subject, List<UpdateCase> cases) implements Expression {
        public Update {
            cases = List.copyOf(cases);
        }
    }

    /** {@code <T>(parameters): Type -> body}. */
    record Lambda(
            SourceSpan span,
            List<TypeParameter> typeParameters,
            List<Parameter> parameters,
            @Nullable TypeExpression returnType,
            Expression body)
            implements Expression {
        public Lambda {
            typeParameters = List.copyOf(typeParameters);
            parameters = List.copyOf(parameters);
        }
    }
}
