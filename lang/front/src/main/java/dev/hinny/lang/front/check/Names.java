package dev.hinny.lang.front.check;

import dev.hinny.base.SourceSpan;
import dev.hinny.base.Suggestion;
import dev.hinny.lang.front.Expression;
import dev.hinny.lang.front.KeyName;
import dev.hinny.lang.front.QualifiedName;
import dev.hinny.lang.front.Selector;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What names mean: locals, declarations, imports, the host, the core library, namespaces, types. */
final class Names {
    private final Session session;

    Names(Session session) {
        this.session = session;
    }

    Type reference(Expression.Reference reference, Scope scope) {
        Declaration found = resolve(reference.name(), scope);
        if (found == null) {
            return Type.ANY;
        }
        if (reference.name().isSimple()) {
            String name = reference.name().name();
            Type narrowed = scope.narrowed(name, name);
            if (narrowed != null) {
                return narrowed;
            }
        }
        return found.type();
    }

    /** The meaning of a name, its use noted; an error and null where there is none. */
    @Nullable
    Declaration resolve(QualifiedName name, Scope scope) {
        return resolve(name, false, scope);
    }

    /** @param called whether a function is expected */
    @Nullable
    Declaration resolve(QualifiedName name, boolean called, Scope scope) {
        Declaration found = find(name, scope);
        if (found != null) {
            session.recorder.used(name, found, scope);
            return found;
        }
        if (!session.recorder.records(scope)) {
            return null;
        }
        Set<String> known = known(scope, called);
        String message = "there is no variable or function '" + name + "'";
        if (!name.isSimple()) {
            Module module = module(name, scope);
            message = module == null
                    ? "there is no module for '" + name + "'"
                    : "the module of '" + name + "' has no '" + name.name() + "'";
            if (module != null) {
                known = new LinkedHashSet<>(module.names());
            }
        }
        session.error(
                scope,
                "UNKNOWN-NAME",
                name.span(),
                message,
                Suggestion.didYouMean(name.name(), known, elsewhere(name)));
        return null;
    }

    /** The modules of the library that have what is not imported. */
    private static String elsewhere(QualifiedName name) {
        if (!name.isSimple()) {
            return "";
        }
        List<String> modules = new ArrayList<>();
        for (String path : dev.hinny.lang.front.StandardLibrary.modules()) {
            Unit unit = Library.find(path);
            if (unit != null && unit.member(name.name()) != null) {
                modules.add("import " + name.name() + " from " + path);
            }
        }
        return modules.isEmpty() ? "" : "write '" + String.join("' or '", modules) + "' in the header";
    }

    /** All names of values that can be used at a place. */
    private Set<String> known(Scope scope, boolean functionsFirst) {
        Set<String> known = new LinkedHashSet<>();
        if (functionsFirst) {
            known.addAll(Library.core().names());
        }
        for (Scope s = scope; s != null; s = s.outer()) {
            s.ownNames().keySet().stream().filter(n -> !n.startsWith("$")).forEach(known::add);
            for (Scope.Import imported : s.ownImports()) {
                known.addAll(
                        imported.all()
                                ? imported.module().names()
                                : imported.names().keySet());
            }
        }
        known.addAll(session.environment.names().keySet());
        known.addAll(Library.core().names());
        return known;
    }

    /** The meaning of a name; null when there is none. */
    @Nullable
    Declaration find(QualifiedName name, Scope scope) {
        if (!name.isSimple()) {
            Module module = module(name, scope);
            if (module == null) {
                return null;
            }
            Declaration member = module.member(name.name());
            return member != null ? member : module.type(name.name());
        }
        String text = name.name();
        Declaration found = scope.find(text);
        if (found == null) {
            found = imported(text, scope);
        }
        if (found == null) {
            Type host = session.environment.names().get(text);
            found = host == null ? null : host(text, host);
        }
        if (found == null) {
            found = Library.core().member(operatorName(text));
        }
        if (found == null) {
            found = scope.namespace(text);
        }
        return found != null ? found : session.types.value(name, scope);
    }

    static Declaration host(String name, Type type) {
        boolean function = type instanceof Type.Function || type.equals(Type.FUNCTION);
        if (!(type instanceof Type.Function f)) {
            return Declaration.value(name, function ? Symbol.Kind.FUNCTION : Symbol.Kind.VARIABLE, null, () -> type);
        }
        Declaration made = Declaration.function(name, "", null, () -> dev.hinny.lang.front.Documentation.NONE);
        made.add(Overload.of(f));
        return made;
    }

    /** Symbols cannot be declared; the library has them under names. */
    static String operatorName(String text) {
        return switch (text) {
            case "++" -> "plusplus";
            case "--" -> "minusminus";
            default -> text;
        };
    }

    private static @Nullable Declaration imported(String text, Scope scope) {
        List<Scope.Import> imports = scope.imports();
        for (Scope.Import imported : imports) {
            String member = imported.names().get(text);
            if (member != null) {
                Declaration found = imported.module().member(member);
                if (found != null) {
                    imported.used().add(text);
                    return found;
                }
            }
        }
        List<Declaration> found = new ArrayList<>();
        for (Scope.Import imported : imports) {
            Declaration member = imported.all() && !imported.module().isInternal(text)
                    ? imported.module().member(text)
                    : null;
            if (member != null) {
                imported.used().add(text);
                if (!found.contains(member)) {
                    found.add(member);
                }
            }
        }
        if (found.isEmpty()) {
            return null;
        }
        Declaration core = Library.core().member(text);
        if (core != null && !found.contains(core)) {
            found.add(core);
        }
        return found.size() == 1 ? found.get(0) : merged(text, found);
    }

    /** Functions of one name from several modules are overloads of each other; else the first import wins. */
    private static Declaration merged(String name, List<Declaration> found) {
        Declaration first = found.get(0);
        if (found.stream().anyMatch(d -> d.overloads().isEmpty())) {
            return first;
        }
        Declaration merged = Declaration.function(
                name, first.module(), first.place(), () -> first.symbol().documentation());
        found.forEach(d -> d.overloads().forEach(merged::add));
        merged.sort();
        return merged;
    }

    /** The module that the path of a name means: an alias, or the whole path. */
    @Nullable
    Module module(QualifiedName name, Scope scope) {
        if (name.path().isEmpty()) {
            return null;
        }
        if (name.loader() == null) {
            String first = String.join("::", name.path());
            for (Scope.Import imported : scope.imports()) {
                Declaration alias = imported.alias();
                if (alias != null && first.equals(alias.name())) {
                    imported.used().add(first);
                    session.recorder.used(Recorder.first(name), first, alias, scope);
                    return imported.module();
                }
            }
        }
        List<String> path = name.path();
        return session.modules.find(new QualifiedName(
                name.span(), name.loader(), path.subList(0, path.size() - 1), path.get(path.size() - 1)));
    }

    /** Notes the use of a namespace's prefix; an error where there is none. */
    void namespace(@Nullable String prefix, SourceSpan place, Scope scope) {
        if (prefix == null) {
            return;
        }
        Declaration found = scope.namespace(prefix);
        if (found == null) {
            found = scope.find(prefix);
        }
        for (Scope.Import imported : scope.imports()) {
            if (found == null && (imported.all() || imported.names().containsKey(prefix))) {
                found = imported.module().namespace(prefix);
                if (found != null) {
                    imported.used().add(prefix);
                }
            }
        }
        if (found != null) {
            session.recorder.used(start(place, prefix.length()), prefix, found, scope);
        } else if (!prefix.equals("xsi") && !prefix.equals("xml")) {
            session.error(
                    scope,
                    "UNKNOWN-NAMESPACE",
                    place,
                    "there is no namespace '" + prefix + "'",
                    "declare it: ns " + prefix + " http://...");
        }
    }

    /** The first characters of a place. */
    static SourceSpan start(SourceSpan place, int length) {
        if (place.endOffset() - place.startOffset() <= length) {
            return place;
        }
        return new SourceSpan(
                place.source(),
                place.line(),
                place.column(),
                place.line(),
                place.column() + length,
                place.startOffset(),
                place.startOffset() + length);
    }

    /** The text by which conditions know an expression: {@code x}, {@code $}, {@code x.a.b}; null for others. */
    static @Nullable String path(Expression expression) {
        return switch (expression) {
            case Expression.Reference r when r.name().isSimple() -> r.name().name();
            case Expression.ImplicitParameter p -> "$".repeat(p.index());
            case Expression.Select s
            when s.selector() instanceof Selector.Named named
                    && named.kind() == Selector.Kind.VALUE
                    && !named.deep()
                    && s.presence() == Expression.Presence.NONE
                    && named.name() instanceof KeyName.Fixed key
                    && key.prefix() == null
                    && key.name() instanceof Expression.StringLiteral text -> {
                String target = path(s.target());
                yield target == null ? null : target + "." + text.value();
            }
            default -> null;
        };
    }

    /** The name at the beginning of a path. */
    static String root(String path) {
        int dot = path.indexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }
}
