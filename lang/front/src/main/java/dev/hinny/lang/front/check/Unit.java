package dev.hinny.lang.front.check;

import dev.hinny.base.Problem;
import dev.hinny.base.SourceText;
import dev.hinny.lang.front.Directive;
import dev.hinny.lang.front.Document;
import dev.hinny.lang.front.Documentation;
import java.util.Collection;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A script or a module of the language with what it declares. */
final class Unit implements Module {
    private final String path;
    private final Document document;
    private final SourceText source;
    private final Session session;
    private final Scope scope;
    private final @Nullable Problem broken;
    private boolean mapping;

    /** @param broken the first error of its syntax, null where it has none */
    Unit(String path, Document document, SourceText source, Session session, @Nullable Problem broken) {
        this.broken = broken;
        this.path = path;
        this.document = document;
        this.source = source;
        this.session = session;
        this.scope = Scope.of(this);
    }

    @Override
    public String path() {
        return path;
    }

    Document document() {
        return document;
    }

    @Nullable
    Problem broken() {
        return broken;
    }

    Scope scope() {
        return scope;
    }

    /** Whether it is the script that is checked, and not one that it imports. */
    boolean isChecked() {
        return path.isEmpty();
    }

    /** Notes all declarations, so that they may refer to each other. */
    void declare() {
        mapping = !document.isModule();
        session.functions.declare(document.header(), scope);
    }

    Supplier<Documentation> documentation(Directive directive) {
        return () -> Documentation.of(document, directive, source.text());
    }

    @Override
    public @Nullable Declaration member(String name) {
        if (mapping && !isChecked() && name.equals("main")) {
            return Declaration.value(name, Symbol.Kind.FUNCTION, document.span(), () -> Type.ANY);
        }
        return scope.ownNames().get(name);
    }

    @Override
    public @Nullable Declaration type(String name) {
        return scope.ownTypes().get(name);
    }

    @Override
    public @Nullable Declaration namespace(String prefix) {
        return scope.ownNamespaces().get(prefix);
    }

    @Override
    public Collection<String> names() {
        return scope.ownNames().keySet();
    }

    @Override
    public Collection<String> typeNames() {
        return scope.ownTypes().keySet();
    }
}
