package dev.hinny.lang.engine.compile;

import dev.hinny.base.ProblemException;
import dev.hinny.lang.engine.Bindings;
import dev.hinny.lang.engine.CompileOptions;
import dev.hinny.lang.engine.node.Evaluation;
import dev.hinny.lang.engine.node.Frame;
import dev.hinny.lang.engine.node.LiteralNodes;
import dev.hinny.lang.engine.node.LiteralNodes.FixedKey;
import dev.hinny.lang.engine.node.LiteralNodes.KeyMaker;
import dev.hinny.lang.engine.node.LiteralNodes.MadeKey;
import dev.hinny.lang.engine.node.LiteralNodes.Part;
import dev.hinny.lang.engine.node.Node;
import dev.hinny.lang.engine.node.OperatorNodes;
import dev.hinny.lang.engine.node.VariableNodes;
import dev.hinny.lang.engine.operation.NumberTexts;
import dev.hinny.lang.engine.operation.TemporalTexts;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.engine.value.ListArray;
import dev.hinny.lang.engine.value.Namespace;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.RegexValue;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.TemporalValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.engine.value.ZoneValue;
import dev.hinny.lang.front.ArrayElement;
import dev.hinny.lang.front.Attribute;
import dev.hinny.lang.front.Expression;
import dev.hinny.lang.front.KeyName;
import dev.hinny.lang.front.ObjectEntry;
import dev.hinny.lang.front.TemplatePart;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Literals: numbers, dates, texts with holes, objects, arrays. What is constant is made at once. */
final class LiteralCompiler {
    private final Session session;

    LiteralCompiler(Session session) {
        this.session = session;
    }

    Node number(Expression.NumberLiteral literal) {
        NumberValue number = NumberTexts.parse(literal.text());
        if (number == null) {
            session.problems.error(
                    "BAD-NUMBER", literal.span(), "'" + brief(literal.text()) + "' is no number", NumberTexts.LIMITS);
            return constant(NullValue.NULL);
        }
        return constant(number);
    }

    private static String brief(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }

    Node temporal(Expression.TemporalLiteral literal) {
        Object made = TemporalTexts.literal(literal.text());
        Value value = switch (made) {
            case Value v -> v;
            case Temporal t -> TemporalValue.of(t);
            case ZoneId zone -> new ZoneValue(zone, Schema.NONE);
            case null, default -> null;
        };
        if (value == null) {
            session.problems.error(
                    "BAD-DATE",
                    literal.span(),
                    "'" + literal.text() + "' is no date, time, zone or period",
                    "for example |2003-10-01|, |23:57:59Z|, |2003-10-01T23:57:59-03:00|, |P1D|");
            return constant(NullValue.NULL);
        }
        return constant(value);
    }

    Node regex(Expression.RegexLiteral literal) {
        try {
            return constant(new RegexValue(Pattern.compile(literal.pattern())));
        } catch (PatternSyntaxException e) {
            session.problems.error(
                    "BAD-REGEX",
                    literal.span(),
                    "'" + literal.pattern() + "' is no regular expression: " + e.getDescription(),
                    "");
            return constant(NullValue.NULL);
        }
    }

    Node template(Expression.Template template, Scope scope) {
        List<Node> parts = new ArrayList<>();
        for (TemplatePart part : template.parts()) {
            parts.add(
                    switch (part) {
                        case TemplatePart.Text text -> constant(StringValue.literal(text.value()));
                        case TemplatePart.Hole hole -> session.expressions.compile(hole.value(), scope);
                    });
        }
        return new OperatorNodes.Template(parts.toArray(Node[]::new), template.span());
    }

    Node array(Expression.ArrayLiteral literal, Scope scope) {
        int size = literal.elements().size();
        Node[] elements = new Node[size];
        @Nullable Node[] conditions = new Node[size];
        boolean constant = true;
        for (int i = 0; i < size; i++) {
            ArrayElement element = literal.elements().get(i);
            elements[i] = session.expressions.compile(element.value(), scope);
            conditions[i] =
                    element.condition() == null ? null : session.expressions.compile(element.condition(), scope);
            constant &= elements[i] instanceof VariableNodes.Constant && conditions[i] == null;
        }
        if (constant) {
            List<Value> values = new ArrayList<>(size);
            for (Node element : elements) {
                values.add(((VariableNodes.Constant) element).value());
            }
            return constant(new ListArray(List.copyOf(values), Schema.NONE));
        }
        return new LiteralNodes.Array(elements, conditions);
    }

    Node object(List<ObjectEntry> entries, Scope scope) {
        List<Part> parts = new ArrayList<>();
        boolean plain = true;
        for (ObjectEntry entry : entries) {
            switch (entry) {
                case ObjectEntry.Pair pair -> parts.add(pair(pair, scope));
                case ObjectEntry.Spread spread -> {
                    plain = false;
                    parts.add(new LiteralNodes.Spread(
                            session.expressions.compile(spread.value(), scope),
                            condition(spread.condition(), scope),
                            spread.span()));
                }
            }
        }
        return plain ? plain(parts) : new LiteralNodes.MixedObject(parts.toArray(Part[]::new));
    }

    private static Node plain(List<Part> parts) {
        KeyMaker[] keys = new KeyMaker[parts.size()];
        Node[] values = new Node[parts.size()];
        boolean constant = true;
        for (int i = 0; i < keys.length; i++) {
            LiteralNodes.Pair pair = (LiteralNodes.Pair) parts.get(i);
            keys[i] = pair.key();
            values[i] = pair.value();
            constant &= keys[i] instanceof FixedKey && values[i] instanceof VariableNodes.Constant;
        }
        if (constant) {
            List<Entry> entries = new ArrayList<>();
            for (int i = 0; i < keys.length; i++) {
                entries.add(Entry.of(((FixedKey) keys[i]).key(), ((VariableNodes.Constant) values[i]).value()));
            }
            return constant(ObjectValue.of(entries));
        }
        return new LiteralNodes.PlainObject(keys, values);
    }

    private @Nullable Node condition(@Nullable Expression condition, Scope scope) {
        return condition == null ? null : session.expressions.compile(condition, scope);
    }

    private LiteralNodes.Pair pair(ObjectEntry.Pair pair, Scope scope) {
        return new LiteralNodes.Pair(
                key(pair.key(), attributes(pair.attributes(), scope), scope),
                session.expressions.compile(pair.value(), scope));
    }

    KeyMaker key(KeyName name, @Nullable Node attributes, Scope scope) {
        return switch (name) {
            case KeyName.Fixed fixed -> {
                Node prefix = fixed.prefix() == null
                        ? null
                        : session.names.namespaceNode(fixed.prefix(), fixed.span(), scope);
                Namespace namespace =
                        prefix instanceof VariableNodes.Constant c && c.value() instanceof Namespace n ? n : null;
                Node text = session.expressions.compile(fixed.name(), scope);
                if ((prefix == null || namespace != null)
                        && text instanceof VariableNodes.Constant c
                        && c.value() instanceof StringValue s) {
                    if (attributes == null) {
                        yield new FixedKey(Key.of(s.text(), namespace, ObjectValue.EMPTY));
                    }
                    if (attributes instanceof VariableNodes.Constant known
                            && known.value() instanceof ObjectValue object) {
                        yield new FixedKey(Key.of(s.text(), namespace, object));
                    }
                }
                yield new MadeKey(text, prefix, attributes, fixed.span());
            }
            case KeyName.Dynamic dynamic ->
                new MadeKey(session.expressions.compile(dynamic.name(), scope), null, attributes, dynamic.span());
        };
    }

    private @Nullable Node attributes(List<Attribute> attributes, Scope scope) {
        if (attributes.isEmpty()) {
            return null;
        }
        List<Part> parts = new ArrayList<>();
        boolean plain = true;
        for (Attribute attribute : attributes) {
            switch (attribute) {
                case Attribute.Pair pair ->
                    parts.add(new LiteralNodes.Pair(
                            key(pair.key(), null, scope), session.expressions.compile(pair.value(), scope)));
                case Attribute.Spread spread -> {
                    plain = false;
                    parts.add(new LiteralNodes.Spread(
                            session.expressions.compile(spread.value(), scope),
                            condition(spread.condition(), scope),
                            spread.span()));
                }
            }
        }
        return plain ? plain(parts) : new LiteralNodes.MixedObject(parts.toArray(Part[]::new));
    }

    static Node constant(Value value) {
        return new VariableNodes.Constant(value);
    }

    /** The value of a node that depends on nothing, or the node itself. */
    static Node fold(Node node, Node... operands) {
        for (Node operand : operands) {
            if (!(operand instanceof VariableNodes.Constant)) {
                return node;
            }
        }
        try {
            return constant(node.evaluate(new Frame(0, null, NO_EVALUATION)));
        } catch (ProblemException e) {
            return node;
        }
    }

    private static final Evaluation NO_EVALUATION = new Evaluation(Bindings.NONE, CompileOptions.NONE, 0);
}
