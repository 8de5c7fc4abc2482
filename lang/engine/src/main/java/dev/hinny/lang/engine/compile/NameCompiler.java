package dev.hinny.lang.engine.compile;

import dev.hinny.base.SourceSpan;
import dev.hinny.base.Suggestion;
import dev.hinny.lang.engine.node.Callable;
import dev.hinny.lang.engine.node.FunctionCode;
import dev.hinny.lang.engine.node.FunctionNodes;
import dev.hinny.lang.engine.node.Node;
import dev.hinny.lang.engine.node.OverloadSet;
import dev.hinny.lang.engine.node.VariableNodes;
import dev.hinny.lang.engine.type.Type;
import dev.hinny.lang.engine.value.FunctionValue;
import dev.hinny.lang.engine.value.Namespace;
import dev.hinny.lang.engine.value.TypeValue;
import dev.hinny.lang.front.QualifiedName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What names mean: locals, declarations of the unit, imports, the core library, the host, types. */
final class NameCompiler {
    /** How many unknown names get a suggestion, which takes time. */
    private static final int MOST_SUGGESTIONS = 100;

    private final Session session;
    private int unknown;

    NameCompiler(Session session) {
        this.session = session;
    }

    /** The meaning of a name; an error and a node that fails where there is none. */
    Resolved resolve(QualifiedName name, SourceSpan place, Scope scope) {
        Resolved found = find(name, place, scope);
        if (found != null) {
            return found;
        }
        List<String> known = new ArrayList<>();
        if (++unknown <= MOST_SUGGESTIONS) {
            known.addAll(scope.names());
            known.addAll(scope.unit().names());
            known.addAll(session.options.names());
            known.addAll(Library.core().names());
        }
        String message;
        if (name.isSimple()) {
            message = "there is no variable or function '" + name + "'";
        } else {
            ModuleUnit module = module(name, scope);
            if (module != null && unknown <= MOST_SUGGESTIONS) {
                known = new ArrayList<>(module.names());
            }
            message = module == null
                    ? "there is no module for '" + name + "'"
                    : "the module of '" + name + "' has no '" + name.name() + "'";
        }
        session.problems.error("UNKNOWN-NAME", place, message, Suggestion.didYouMean(name.name(), known, ""));
        return Resolved.of(new VariableNodes.Undefined(place));
    }

    /** The meaning of a name; null when there is none. */
    @Nullable
    Resolved find(QualifiedName name, SourceSpan place, Scope scope) {
        if (!name.isSimple()) {
            ModuleUnit module = module(name, scope);
            if (module == null) {
                return null;
            }
            Resolved member = module.member(name.name(), place);
            if (member != null) {
                return member;
            }
            Type type = module.type(name.name(), List.of());
            return type == null ? null : Resolved.of(new VariableNodes.Constant(new TypeValue(type)));
        }
        String text = name.name();
        Scope.Found local = scope.find(text);
        if (local != null) {
            Node node = local.depth() == 0
                    ? new VariableNodes.Local(local.local().slot())
                    : new VariableNodes.Outer(local.depth(), local.local().slot());
            return Resolved.of(
                    node,
                    local.local().overloads().stream()
                            .map(FunctionCode::signature)
                            .toList());
        }
        Resolved own = scope.unit().member(text, place);
        if (own != null) {
            return own;
        }
        Resolved imported = imported(text, place, scope);
        if (imported != null) {
            return imported;
        }
        if (session.options.names().contains(text)) {
            return Resolved.of(new VariableNodes.Host(text, place));
        }
        Resolved core = Library.core().member(operatorName(text), place);
        if (core != null) {
            return core;
        }
        Namespace namespace = scope.namespace(text);
        if (namespace != null) {
            return Resolved.of(new VariableNodes.Constant(namespace));
        }
        Type type = session.types.find(name, List.of(), scope);
        return type == null ? null : Resolved.of(new VariableNodes.Constant(new TypeValue(type)));
    }

    /** Symbols cannot be declared; the library has them under names. */
    private static String operatorName(String text) {
        return switch (text) {
            case "++" -> "plusplus";
            case "--" -> "minusminus";
            default -> text;
        };
    }

    private static @Nullable Resolved imported(String text, SourceSpan place, Scope scope) {
        for (Scope.Import imported : scope.imports()) {
            String member = imported.names().get(text);
            if (member != null) {
                Resolved found = imported.module().member(member, place);
                if (found != null) {
                    return found;
                }
            }
        }
        List<Resolved> found = new ArrayList<>();
        for (Scope.Import imported : scope.imports()) {
            ModuleUnit module = imported.module();
            Resolved member = imported.all() && !module.isInternal(text) ? module.member(text, place) : null;
            if (member != null) {
                found.add(member);
            }
        }
        if (found.isEmpty()) {
            return null;
        }
        Resolved core = Library.core().member(text, place);
        if (core != null && !found.contains(core)) {
            found.add(core);
        }
        return found.size() == 1 ? found.get(0) : merged(text, found);
    }

    /** Functions of one name from several library modules are overloads of each other; else the first import wins. */
    private static Resolved merged(String name, List<Resolved> found) {
        List<Callable> overloads = new ArrayList<>();
        boolean bound = false;
        for (Resolved one : found) {
            FunctionValue function = FunctionNodes.constant(one.node());
            bound |= one.node() instanceof FunctionNodes.Bound;
            switch (function) {
                case Callable callable -> overloads.add(callable);
                case OverloadSet set -> overloads.addAll(set.overloads());
                case null, default -> {
                    return found.get(0);
                }
            }
        }
        overloads.sort(Comparator.comparingInt(c -> Specificity.of(c.signature())));
        OverloadSet set = new OverloadSet(name, overloads);
        Node node = bound ? new FunctionNodes.Bound(set) : new VariableNodes.Constant(set);
        return Resolved.of(node, overloads.stream().map(Callable::signature).toList());
    }

    /** The module that the path of a name means: an alias, or the whole path. */
    @Nullable
    ModuleUnit module(QualifiedName name, Scope scope) {
        if (name.path().isEmpty()) {
            return null;
        }
        if (name.loader() == null) {
            String first = String.join("::", name.path());
            for (Scope.Import imported : scope.imports()) {
                if (first.equals(imported.alias())) {
                    return imported.module();
                }
            }
        }
        List<String> path = name.path();
        return session.imports.module(new QualifiedName(
                name.span(), name.loader(), path.subList(0, path.size() - 1), path.get(path.size() - 1)));
    }

    /** The namespace of a prefix, or the variable that holds one. */
    Node namespaceNode(String prefix, SourceSpan place, Scope scope) {
        if (scope.find(prefix) != null
                || scope.namespace(prefix) == null && scope.unit().member(prefix, place) != null) {
            return resolve(new QualifiedName(place, null, List.of(), prefix), place, scope)
                    .node();
        }
        Namespace namespace = namespace(prefix, place, scope);
        return namespace == null ? new VariableNodes.Undefined(place) : new VariableNodes.Constant(namespace);
    }

    /** The namespace of a prefix; an error where there is none. */
    @Nullable
    Namespace namespace(String prefix, SourceSpan place, Scope scope) {
        Namespace found = scope.namespace(prefix);
        if (found != null) {
            return found;
        }
        for (Scope.Import imported : scope.imports()) {
            Namespace namespace = imported.all() || imported.names().containsKey(prefix)
                    ? imported.module().namespace(prefix)
                    : null;
            if (namespace != null) {
                return namespace;
            }
        }
        if (prefix.equals("xsi")) {
            return new Namespace("xsi", "http://www.w3.org/2001/XMLSchema-instance");
        }
        if (prefix.equals("xml")) {
            return new Namespace("xml", "http://www.w3.org/XML/1998/namespace");
        }
        session.problems.error(
                "UNKNOWN-NAMESPACE",
                place,
                "there is no namespace '" + prefix + "'",
                "declare it: ns " + prefix + " http://...");
        return null;
    }
}
