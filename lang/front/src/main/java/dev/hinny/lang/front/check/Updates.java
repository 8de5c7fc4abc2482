package dev.hinny.lang.front.check;

import dev.hinny.lang.front.Expression;
import dev.hinny.lang.front.KeyName;
import dev.hinny.lang.front.Name;
import dev.hinny.lang.front.Selector;
import dev.hinny.lang.front.UpdateCase;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code update}. */
final class Updates {
    private final Session session;

    Updates(Session session) {
        this.session = session;
    }

    Type update(Expression.Update update, Scope scope) {
        Type subject = session.expressions.infer(update.subject(), scope);
        for (UpdateCase one : update.cases()) {
            Type selected = subject;
            for (Selector selector : one.path()) {
                selected = step(selector, selected, scope);
            }
            Type value = one.upsert() ? Types.union(selected, Type.NULL) : selected;
            Scope block = scope.block();
            session.recorder.scope(one.span(), block);
            block.declare(Declaration.value("$", Symbol.Kind.PARAMETER, null, () -> value));
            block.declare(Declaration.value("$$", Symbol.Kind.PARAMETER, null, () -> Type.ANY));
            bind(one.value(), value, block);
            bind(one.index(), Type.ANY, block);
            session.conditions.optional(one.condition(), block);
            Type _ = session.expressions.infer(one.body(), block);
        }
        List<Type> results = new ArrayList<>();
        for (Type member : Types.members(subject)) {
            Type meaning = Types.resolve(member);
            results.add(
                    meaning instanceof Type.Object
                            ? Type.OBJECT
                            : meaning instanceof Type.Array ? Type.ARRAY : Type.ANY);
        }
        return Types.union(results);
    }

    private void bind(@Nullable Name name, Type type, Scope block) {
        if (name != null) {
            Declaration made = Declaration.value(name.text(), Symbol.Kind.PARAMETER, name.span(), () -> type);
            block.declare(made);
            session.recorder.declared(name, made, block);
            session.recorder.type(name.span(), type, block);
        }
    }

    /** What a step of the path selects; Any where that is not sure. */
    private Type step(Selector selector, Type target, Scope scope) {
        switch (selector) {
            case Selector.Named named -> {
                session.names.namespace(named.name().prefix(), named.name().span(), scope);
                if (named.name() instanceof KeyName.Fixed key && key.name() instanceof Expression.StringLiteral text) {
                    boolean plain = named.kind() == Selector.Kind.VALUE && key.prefix() == null;
                    return plain
                                    && Types.resolve(target) instanceof Type.Object object
                                    && Selectors.field(object, text.value()) instanceof Type found
                            ? Types.isNull(found) ? Type.ANY : found
                            : Type.ANY;
                }
                session.expressions.optional(named.name().name(), scope);
            }
            case Selector.Dynamic dynamic -> {
                session.names.namespace(dynamic.prefix(), dynamic.span(), scope);
                Type _ = session.expressions.infer(dynamic.key(), scope);
            }
            case Selector.Filter _,
                    Selector.Descendants _,
                    Selector.Attributes _,
                    Selector.NamespaceOf _,
                    Selector.Metadata _ ->
                session.error(
                        scope,
                        "BAD-PATH",
                        selector.span(),
                        "this selector cannot stand in the path of an update",
                        "use names, indexes and attributes");
        }
        return Type.ANY;
    }
}
