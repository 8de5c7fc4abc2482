package dev.hinny.lang.engine.compile;

import dev.hinny.base.SourceSpan;
import dev.hinny.lang.engine.node.Node;
import dev.hinny.lang.engine.node.SelectNodes;
import dev.hinny.lang.engine.node.SelectNodes.Finder;
import dev.hinny.lang.engine.node.SelectNodes.Mode;
import dev.hinny.lang.engine.node.VariableNodes;
import dev.hinny.lang.engine.operation.Metadata;
import dev.hinny.lang.engine.operation.Selections;
import dev.hinny.lang.engine.operation.Texts;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.engine.value.Namespace;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.front.Expression;
import dev.hinny.lang.front.KeyName;
import dev.hinny.lang.front.Selector;
import org.jspecify.annotations.Nullable;

/** Selectors to nodes. */
final class SelectorCompiler {
    private final Session session;

    SelectorCompiler(Session session) {
        this.session = session;
    }

    Node compile(Expression.Select select, Scope scope) {
        Node target = session.expressions.compile(select.target(), scope);
        Selector selector = select.selector();
        Mode mode = switch (select.presence()) {
            case NONE -> Mode.VALUE;
            case EXISTS -> Mode.EXISTS;
            case ASSERT -> Mode.ASSERT;
        };
        if (mode == Mode.VALUE && target instanceof VariableNodes.Host host) {
            if (selector instanceof Selector.Named named && named.kind() == Selector.Kind.METADATA) {
                return new SelectNodes.HostMetadata(host, fixed(named.name(), scope));
            }
            if (selector instanceof Selector.Metadata) {
                return new SelectNodes.HostMetadata(host, null);
            }
        }
        return switch (selector) {
            case Selector.Named named -> named(target, named, mode, select.span(), scope);
            case Selector.Dynamic dynamic -> {
                Node key = session.expressions.compile(dynamic.key(), scope);
                Namespace namespace = dynamic.prefix() == null
                        ? null
                        : session.names.namespace(dynamic.prefix(), dynamic.span(), scope);
                yield new SelectNodes.Select(
                        target,
                        new SelectNodes.Dynamic(dynamic.kind(), namespace, key),
                        mode,
                        "[...]",
                        key.isCheap(),
                        select.span());
            }
            case Selector.Filter filter ->
                select(
                        target,
                        new SelectNodes.Filter(session.expressions.compile(filter.predicate(), scope)),
                        mode,
                        "[?(...)]",
                        false,
                        select.span());
            case Selector.Descendants _ ->
                select(target, (v, f) -> Selections.descendants(v), mode, "..", false, select.span());
            case Selector.Attributes _ ->
                select(target, (v, f) -> Selections.attributes(v), mode, "@", true, select.span());
            case Selector.NamespaceOf _ -> select(target, (v, f) -> namespaceOf(v), mode, "#", true, select.span());
            case Selector.Metadata _ -> select(target, (v, f) -> Metadata.all(v), mode, "^", true, select.span());
        };
    }

    private static @Nullable Value namespaceOf(Value value) {
        Key key = Selections.keyOf(value);
        return key == null ? null : key.namespace();
    }

    private static Node select(Node target, Finder finder, Mode mode, String text, boolean cheap, SourceSpan span) {
        return new SelectNodes.Select(target, finder, mode, text, cheap, span);
    }

    private @Nullable String fixed(KeyName.Fixed name, Scope scope) {
        Node text = session.expressions.compile(name.name(), scope);
        return text instanceof VariableNodes.Constant c && c.value() instanceof StringValue s ? s.text() : null;
    }

    private Node named(Node target, Selector.Named named, Mode mode, SourceSpan span, Scope scope) {
        String prefix = named.name().prefix();
        Namespace namespace = prefix == null ? null : session.names.namespace(prefix, named.span(), scope);
        String name = fixed(named.name(), scope);
        if (name == null) {
            Node text = session.expressions.compile(named.name().name(), scope);
            return select(
                    target,
                    (v, f) -> find(named, v, Texts.of(text.evaluate(f)), namespace),
                    mode,
                    named.kind().symbol() + "...",
                    false,
                    span);
        }
        if (mode == Mode.VALUE && named.kind() == Selector.Kind.VALUE && !named.deep() && namespace == null) {
            return new SelectNodes.Named(target, name, span);
        }
        return select(
                target,
                (v, f) -> find(named, v, name, namespace),
                mode,
                named.kind().symbol() + name,
                !named.deep(),
                span);
    }

    private static @Nullable Value find(
            Selector.Named named, Value target, String name, @Nullable Namespace namespace) {
        if (named.deep()) {
            return switch (named.kind()) {
                case VALUE -> Selections.deep(target, name, namespace, false);
                case MULTI_VALUE -> Selections.deep(target, name, namespace, true);
                case ATTRIBUTE, MULTI_ATTRIBUTE -> Selections.deepAttributes(target, name, namespace);
                case PAIR -> Selections.deepPairs(target, name, namespace);
                case METADATA -> Metadata.get(target, name);
            };
        }
        return switch (named.kind()) {
            case VALUE -> Selections.named(target, name, namespace);
            case MULTI_VALUE -> Selections.multi(target, name, namespace);
            case ATTRIBUTE -> Selections.attribute(target, name, namespace, false);
            case MULTI_ATTRIBUTE -> Selections.attribute(target, name, namespace, true);
            case PAIR -> Selections.pairs(target, name, namespace);
            case METADATA -> Metadata.get(target, name);
        };
    }
}
