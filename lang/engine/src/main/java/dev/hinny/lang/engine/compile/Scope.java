package dev.hinny.lang.engine.compile;

import dev.hinny.lang.engine.node.FunctionCode;
import dev.hinny.lang.engine.type.Type;
import dev.hinny.lang.engine.value.Namespace;
import dev.hinny.lang.front.Directive;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What names mean at one place of a script: from the innermost block out to the unit. */
final class Scope {
    private final @Nullable Scope outer;
    private final Layout layout;
    private final SourceUnit unit;
    private final Map<String, Local> locals = new LinkedHashMap<>();
    private final Map<String, Type> typeParameters = new HashMap<>();
    private final Map<String, Directive.TypeAlias> aliases = new HashMap<>();
    private final Map<String, Namespace> namespaces = new HashMap<>();
    private final List<Import> imports = new ArrayList<>();
    private @Nullable Tail tail;

    private Scope(@Nullable Scope outer, Layout layout, SourceUnit unit) {
        this.outer = outer;
        this.layout = layout;
        this.unit = unit;
    }

    static Scope of(SourceUnit unit, Layout layout) {
        return new Scope(null, layout, unit);
    }

    /** A block in the same frame. */
    Scope block() {
        return new Scope(this, layout, unit);
    }

    /** A function's body: a new frame. */
    Scope function() {
        return new Scope(this, new Layout(), unit);
    }

    Layout layout() {
        return layout;
    }

    SourceUnit unit() {
        return unit;
    }

    /** A slot of this frame with its statically known overloads, if it is a declared function. */
    record Local(int slot, List<FunctionCode> overloads) {}

    /** A local found from a place: so many frames out. */
    record Found(int depth, Local local) {}

    /** A module that this scope knows: under a name, or all or some of its members directly. */
    record Import(@Nullable String alias, boolean all, Map<String, String> names, ModuleUnit module) {}

    /** The function whose body is being compiled, while its last expression is looked at. */
    record Tail(String name, int arity, int required) {}

    int declare(String name) {
        return declare(name, List.of());
    }

    int declare(String name, List<FunctionCode> overloads) {
        int slot = layout.next();
        locals.put(name, new Local(slot, overloads));
        return slot;
    }

    /** Another name for a slot. */
    void alias(String name, int slot) {
        locals.put(name, new Local(slot, List.of()));
    }

    @Nullable
    Found find(String name) {
        int depth = 0;
        for (Scope scope = this; scope != null; scope = scope.outer) {
            Local local = scope.locals.get(name);
            if (local != null) {
                return new Found(depth, local);
            }
            if (scope.outer != null && scope.outer.layout != scope.layout) {
                depth++;
            }
        }
        return null;
    }

    void typeParameter(String name, Type type) {
        typeParameters.put(name, type);
    }

    @Nullable
    Type typeParameter(String name) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            Type type = scope.typeParameters.get(name);
            if (type != null) {
                return type;
            }
        }
        return null;
    }

    void alias(Directive.TypeAlias alias) {
        aliases.put(alias.name().text(), alias);
    }

    Directive.@Nullable TypeAlias alias(String name) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            Directive.TypeAlias alias = scope.aliases.get(name);
            if (alias != null) {
                return alias;
            }
        }
        return null;
    }

    void namespace(Namespace namespace) {
        namespaces.put(namespace.prefix(), namespace);
    }

    @Nullable
    Namespace namespace(String prefix) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            Namespace namespace = scope.namespaces.get(prefix);
            if (namespace != null) {
                return namespace;
            }
        }
        return null;
    }

    void add(Import imported) {
        imports.add(imported);
    }

    /** All imports that hold here, the innermost first. */
    List<Import> imports() {
        List<Import> all = new ArrayList<>();
        for (Scope scope = this; scope != null; scope = scope.outer) {
            all.addAll(scope.imports);
        }
        return all;
    }

    void tail(@Nullable Tail of) {
        tail = of;
    }

    /** The enclosing function when this frame is its own. */
    @Nullable
    Tail tail() {
        for (Scope scope = this; scope != null && scope.layout == layout; scope = scope.outer) {
            if (scope.tail != null) {
                return scope.tail;
            }
        }
        return null;
    }

    /** Whether the frame's name still means the function itself. */
    boolean isShadowed(String name) {
        for (Scope scope = this; scope != null && scope.layout == layout; scope = scope.outer) {
            if (scope.locals.containsKey(name)) {
                return true;
            }
        }
        return false;
    }

    Collection<String> names() {
        List<String> all = new ArrayList<>();
        for (Scope scope = this; scope != null; scope = scope.outer) {
            scope.locals.keySet().stream().filter(n -> !n.startsWith("$")).forEach(all::add);
            for (Import imported : scope.imports) {
                all.addAll(
                        imported.all()
                                ? imported.module().names()
                                : imported.names().keySet());
            }
        }
        return all;
    }
}
