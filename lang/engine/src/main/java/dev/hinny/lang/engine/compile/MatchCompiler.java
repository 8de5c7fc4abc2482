package dev.hinny.lang.engine.compile;

import dev.hinny.lang.engine.node.Cases;
import dev.hinny.lang.engine.node.ControlNodes;
import dev.hinny.lang.engine.node.FunctionCode;
import dev.hinny.lang.engine.node.Node;
import dev.hinny.lang.engine.node.UpdateNode;
import dev.hinny.lang.engine.value.Namespace;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.front.Expression;
import dev.hinny.lang.front.MatchCase;
import dev.hinny.lang.front.Name;
import dev.hinny.lang.front.Pattern;
import dev.hinny.lang.front.Selector;
import dev.hinny.lang.front.UpdateCase;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code match} and {@code update}. */
final class MatchCompiler {
    private final Session session;

    MatchCompiler(Session session) {
        this.session = session;
    }

    Node match(Expression.Match match, Scope scope, boolean tail) {
        Node subject = session.expressions.compile(match.subject(), scope);
        int slot = scope.layout().next();
        List<ControlNodes.Arm> arms = new ArrayList<>();
        for (MatchCase one : match.cases()) {
            Scope block = scope.block();
            block.alias("$", slot);
            ControlNodes.Case pattern = pattern(one.pattern(), slot, block);
            Node guard = one.guard() == null ? null : session.expressions.compile(one.guard(), block);
            Node body =
                    tail ? session.expressions.tail(one.body(), block) : session.expressions.compile(one.body(), block);
            arms.add(new ControlNodes.Arm(pattern, guard, body));
        }
        return new ControlNodes.Match(subject, slot, arms.toArray(ControlNodes.Arm[]::new), match.span());
    }

    private ControlNodes.Case pattern(Pattern pattern, int subject, Scope block) {
        return switch (pattern) {
            case Pattern.Else it -> new Cases.Any(bind(it.binding(), block));
            case Pattern.Binding it -> new Cases.Any(bind(it.binding(), block));
            case Pattern.Literal it -> {
                Node value = session.expressions.compile(it.literal(), block);
                yield new Cases.Same(bind(it.binding(), block), value);
            }
            case Pattern.Constant it -> {
                Resolved known = session.names.find(it.reference().name(), it.span(), block);
                yield known != null
                        ? new Cases.Same(-1, known.node())
                        : new Cases.Any(block.declare(it.reference().name().name()));
            }
            case Pattern.TypeTest it -> {
                int slot = bind(it.binding(), block);
                yield new Cases.OfType(slot, session.types.compile(it.type(), block));
            }
            case Pattern.Regex it -> {
                Node regex = session.expressions.compile(it.regex(), block);
                int slot = bind(it.binding(), block);
                int implicit = block.layout().next();
                block.alias("$", implicit);
                yield new Cases.MatchingText(slot, implicit, regex);
            }
            case Pattern.EmptyArray _ -> new Cases.Empty(true);
            case Pattern.EmptyObject _ -> new Cases.Empty(false);
            case Pattern.ArrayParts it ->
                new Cases.ArrayParts(
                        block.declare(it.head().text()), block.declare(it.tail().text()));
            case Pattern.ObjectParts it ->
                new Cases.ObjectParts(
                        block.declare(it.key().text()),
                        block.declare(it.value().text()),
                        block.declare(it.tail().text()));
        };
    }

    private static int bind(@Nullable Name name, Scope block) {
        return name == null ? -1 : block.declare(name.text());
    }

    Node update(Expression.Update update, Scope scope) {
        Node subject = session.expressions.compile(update.subject(), scope);
        List<UpdateNode.Change> changes = new ArrayList<>();
        for (UpdateCase one : update.cases()) {
            UpdateNode.Step[] path = new UpdateNode.Step[one.path().size()];
            for (int i = 0; i < path.length; i++) {
                path[i] = step(one.path().get(i), scope);
            }
            List<String> names = List.of("$", "$$");
            List<String> aliases = List.of(
                    one.value() == null ? "$" : one.value().text(),
                    one.index() == null ? "$$" : one.index().text());
            FunctionCode body = session.functions.body(one.body(), names, aliases, scope);
            FunctionCode condition =
                    one.condition() == null ? null : session.functions.body(one.condition(), names, aliases, scope);
            changes.add(new UpdateNode.Change(path, body, condition, one.upsert()));
        }
        return new UpdateNode(subject, changes.toArray(UpdateNode.Change[]::new), update.span());
    }

    private UpdateNode.Step step(Selector selector, Scope scope) {
        return switch (selector) {
            case Selector.Named named -> {
                String prefix = named.name().prefix();
                Namespace namespace = prefix == null ? null : session.names.namespace(prefix, named.span(), scope);
                UpdateNode.Kind kind = switch (named.kind()) {
                    case MULTI_VALUE -> UpdateNode.Kind.ALL_FIELDS;
                    case ATTRIBUTE, MULTI_ATTRIBUTE -> UpdateNode.Kind.ATTRIBUTE;
                    case VALUE, PAIR, METADATA -> UpdateNode.Kind.FIELD;
                };
                yield new UpdateNode.Step(
                        kind, session.expressions.compile(named.name().name(), scope), namespace);
            }
            case Selector.Dynamic dynamic ->
                new UpdateNode.Step(
                        dynamic.kind() == Selector.Kind.ATTRIBUTE ? UpdateNode.Kind.ATTRIBUTE : UpdateNode.Kind.DYNAMIC,
                        session.expressions.compile(dynamic.key(), scope),
                        null);
            case Selector.Filter _,
                    Selector.Descendants _,
                    Selector.Attributes _,
                    Selector.NamespaceOf _,
                    Selector.Metadata _ -> {
                session.problems.error(
                        "BAD-PATH",
                        selector.span(),
                        "this selector cannot stand in the path of an update",
                        "use names, indexes and attributes");
                yield new UpdateNode.Step(UpdateNode.Kind.FIELD, LiteralCompiler.constant(StringValue.EMPTY), null);
            }
        };
    }
}
