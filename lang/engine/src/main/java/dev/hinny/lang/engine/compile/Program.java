package dev.hinny.lang.engine.compile;

import dev.hinny.base.MediaType;
import dev.hinny.base.Problem;
import dev.hinny.base.SourceText;
import dev.hinny.base.Suggestion;
import dev.hinny.lang.engine.Bindings;
import dev.hinny.lang.engine.CompileOptions;
import dev.hinny.lang.engine.EvaluationException;
import dev.hinny.lang.engine.Privileges;
import dev.hinny.lang.engine.format.Format;
import dev.hinny.lang.engine.format.Formats;
import dev.hinny.lang.engine.node.Evaluation;
import dev.hinny.lang.engine.node.Frame;
import dev.hinny.lang.engine.node.FunctionNodes;
import dev.hinny.lang.engine.node.Node;
import dev.hinny.lang.engine.node.VariableNodes;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.front.Annotation;
import dev.hinny.lang.front.ArrayElement;
import dev.hinny.lang.front.Directive;
import dev.hinny.lang.front.Document;
import dev.hinny.lang.front.Expression;
import dev.hinny.lang.front.Parsed;
import dev.hinny.lang.front.Parser;
import dev.hinny.lang.front.Property;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A compiled script with its modules. Immutable after {@link #compile}. */
public final class Program implements FunctionNodes.Mapping {
    private final CompileOptions options;
    private final Session session;
    private final SourceUnit unit;
    private final Node body;
    private final List<Problem> problems;

    private Program(CompileOptions options, Session session, SourceUnit unit, Node body, List<Problem> problems) {
        this.options = options;
        this.session = session;
        this.unit = unit;
        this.body = body;
        this.problems = problems;
    }

    /** Reads and compiles; problems are collected, also those of imported modules. */
    public static Program compile(SourceText source, CompileOptions options) {
        return compile(Parser.parse(source), options);
    }

    /** Compiles what is read already. */
    public static Program compile(Parsed parsed, CompileOptions options) {
        Document document = parsed.document();
        Set<String> inputs = new LinkedHashSet<>();
        for (Directive directive : document.header()) {
            if (directive instanceof Directive.Input input) {
                inputs.add(input.name().text());
            }
        }
        CompileOptions own = restricted(options.withNames(inputs), document);
        Session session = new Session(own);
        session.problems.addAll(parsed.problems());
        SourceUnit unit = new SourceUnit("", document, session, 0, null);
        session.units.add(unit);
        formats(document, session);
        unit.declare();
        unit.compile();
        Expression expression = document.body();
        Node body = expression == null
                ? new VariableNodes.Undefined(document.span())
                : session.expressions.compile(expression, unit.scope());
        return new Program(own, session, unit, body, session.problems.sorted());
    }

    /** A script marked {@code @UntrustedCode(privileges = [...])} has no other privileges than those. */
    private static CompileOptions restricted(CompileOptions options, Document document) {
        for (Directive directive : document.header()) {
            for (Annotation annotation : directive.annotations()) {
                if (annotation.name().name().equals("UntrustedCode")) {
                    Set<String> granted = new LinkedHashSet<>();
                    annotation.arguments().forEach(a -> texts(a.value(), granted));
                    return options.restricted(Privileges.only(granted));
                }
            }
        }
        return options;
    }

    private static void texts(Expression expression, Set<String> found) {
        if (expression instanceof Expression.StringLiteral s) {
            found.add(s.value());
        } else if (expression instanceof Expression.ArrayLiteral array) {
            for (ArrayElement element : array.elements()) {
                texts(element.value(), found);
            }
        }
    }

    /** Short names of formats that nobody has; media types are looked up when the script runs. */
    private static void formats(Document document, Session session) {
        for (Directive directive : document.header()) {
            String format = switch (directive) {
                case Directive.Input input -> input.format();
                case Directive.Output output -> output.format();
                default -> "";
            };
            if (!format.isEmpty()
                    && MediaType.parse(format).isEmpty()
                    && Formats.byId(format).isEmpty()
                    && !Formats.all().isEmpty()) {
                List<String> known = Formats.all().stream().map(Format::id).toList();
                session.problems.error(
                        "UNKNOWN-FORMAT",
                        directive.span(),
                        "there is no format '" + format + "'",
                        Suggestion.didYouMean(format, known, "known formats: " + String.join(", ", known)));
            }
        }
    }

    public CompileOptions options() {
        return options;
    }

    public List<Problem> problems() {
        return problems;
    }

    public Document document() {
        return unit.document();
    }

    /** A new evaluation. */
    public Evaluation evaluation(Bindings bindings) {
        return new Evaluation(bindings, options, session.units.size());
    }

    public Value evaluate(Evaluation evaluation) {
        Frame frame = unit.start(evaluation);
        return body.evaluate(frame);
    }

    @Override
    public Value run(ObjectValue inputs, Evaluation caller) {
        Bindings.Builder bindings = Bindings.builder();
        for (String name : caller.bindings().names()) {
            bindings.lazy(name, () -> Objects.requireNonNull(caller.supplied(name)));
        }
        for (Entry input : inputs) {
            bindings.lazy(input.key().name(), input::value);
        }
        return evaluate(evaluation(bindings.build()));
    }

    /** The values of reader or writer properties; those may use the script's names. */
    public Map<String, Value> properties(List<Property> properties, Evaluation evaluation) {
        Map<String, Value> values = new LinkedHashMap<>();
        for (Property property : properties) {
            values.put(property.name().text(), property(property.value(), evaluation));
        }
        return values;
    }

    private Value property(Expression expression, Evaluation evaluation) {
        if (expression instanceof Expression.StringLiteral s) {
            return StringValue.of(s.value());
        }
        if (expression instanceof Expression.BooleanLiteral b) {
            return BooleanValue.of(b.value());
        }
        Session inner = new Session(options);
        SourceUnit scratch = new SourceUnit("", unit.document(), inner, 0, null);
        Node node = inner.expressions.compile(expression, scratch.scope());
        List<Problem> found = inner.problems.sorted();
        if (!found.isEmpty()) {
            throw new EvaluationException(found.get(0));
        }
        return node.evaluate(new Frame(scratch.layout().size() + 16, null, evaluation));
    }

    /** The directive of the wanted kind; null when there is none. */
    public <T extends Directive> @Nullable T directive(Class<T> kind) {
        for (Directive directive : document().header()) {
            if (kind.isInstance(directive)) {
                return kind.cast(directive);
            }
        }
        return null;
    }
}
