package dev.hinny.lang.front.check;

import dev.hinny.base.Problem;
import dev.hinny.base.SourceText;
import dev.hinny.lang.front.Directive;
import dev.hinny.lang.front.Document;
import dev.hinny.lang.front.Documentation;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
    private final Map<Integer, Documentation> documentations = new ConcurrentHashMap<>();
    private final Set<String> internal = new HashSet<>();
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
        for (Directive directive : document.header()) {
            if (directive.annotations().stream().anyMatch(a -> a.name().name().equals("Internal"))) {
                switch (directive) {
                    case Directive.Function f -> internal.add(f.name().text());
                    case Directive.Variable v -> internal.add(v.name().text());
                    case Directive.TypeAlias t -> internal.add(t.name().text());
                    default -> {}
                }
            }
        }
        mapping = !document.isModule();
        session.functions.declare(document.header(), scope);
    }

    Supplier<Documentation> documentation(Directive directive) {
        return () -> documentations.computeIfAbsent(
                directive.span().startOffset(), _ -> Documentation.of(document, directive, source.text()));
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
    public boolean isInternal(String name) {
        return internal.contains(name);
    }

    @Override
    public Collection<String> names() {
        return open(scope.ownNames().keySet());
    }

    private Collection<String> open(Set<String> all) {
        return internal.isEmpty()
                ? all
                : all.stream().filter(n -> !internal.contains(n)).toList();
    }

    @Override
    public Collection<String> typeNames() {
        return open(scope.ownTypes().keySet());
    }
}
