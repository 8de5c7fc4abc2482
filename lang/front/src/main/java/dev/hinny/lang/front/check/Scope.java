package dev.hinny.lang.front.check;

import dev.hinny.lang.front.Directive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What names mean at one place of a script, from the innermost block out to the whole text. */
final class Scope {
    private final @Nullable Scope outer;
    private final Unit unit;
    private final boolean tried;
    private final Map<String, Declaration> names = new LinkedHashMap<>();
    private final Map<String, Declaration> types = new LinkedHashMap<>();
    private final Map<String, Type> typeParameters = new LinkedHashMap<>();
    private final Map<String, Declaration> namespaces = new LinkedHashMap<>();
    private final Map<String, Type> narrowed = new LinkedHashMap<>();
    private final List<Import> imports = new ArrayList<>();

    private Scope(@Nullable Scope outer, Unit unit, boolean tried) {
        this.outer = outer;
        this.unit = unit;
        this.tried = tried;
    }

    static Scope of(Unit unit) {
        return new Scope(null, unit, false);
    }

    Scope block() {
        return new Scope(this, unit, tried);
    }

    /** A block whose failures the script expects. */
    Scope triedBlock() {
        return new Scope(this, unit, true);
    }

    /**
     * A module that is known under a name, or all or some of whose members are.
     *
     * @param names the names of members by those that the script uses
     * @param used the names that the script did use, the alias among them
     */
    record Import(
            Directive.Import directive,
            @Nullable Declaration alias,
            Map<String, String> names,
            Module module,
            Set<String> used) {
        boolean all() {
            return directive.all();
        }
    }

    @Nullable
    Scope outer() {
        return outer;
    }

    Unit unit() {
        return unit;
    }

    boolean isTried() {
        return tried;
    }

    void declare(Declaration declaration) {
        names.put(declaration.name(), declaration);
    }

    void declareType(Declaration declaration) {
        types.put(declaration.name(), declaration);
    }

    void declareNamespace(Declaration declaration) {
        namespaces.put(declaration.name(), declaration);
    }

    void typeParameter(String name, Type type) {
        typeParameters.put(name, type);
    }

    void add(Import imported) {
        imports.add(imported);
    }

    @Nullable
    Declaration find(String name) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            Declaration found = scope.names.get(name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    @Nullable
    Declaration type(String name) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            Declaration found = scope.types.get(name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    @Nullable
    Type typeParameter(String name) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            Type found = scope.typeParameters.get(name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    @Nullable
    Declaration namespace(String prefix) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            Declaration found = scope.namespaces.get(prefix);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Notes what a condition tells about a variable or a path such as {@code payload.a}. */
    void narrow(String path, Type type) {
        narrowed.put(path, type);
    }

    /** What conditions around this place tell about a path; null when they tell nothing. */
    @Nullable
    Type narrowed(String path, String root) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            Type found = scope.narrowed.get(path);
            if (found != null) {
                return found;
            }
            if (scope.names.containsKey(root)) {
                return null;
            }
        }
        return null;
    }

    /** All imports that hold here, the innermost first. */
    List<Import> imports() {
        List<Import> all = new ArrayList<>();
        for (Scope scope = this; scope != null; scope = scope.outer) {
            all.addAll(scope.imports);
        }
        return all;
    }

    /** What is declared in this scope itself. */
    Map<String, Declaration> ownNames() {
        return names;
    }

    Map<String, Declaration> ownTypes() {
        return types;
    }

    Map<String, Type> ownTypeParameters() {
        return typeParameters;
    }

    Map<String, Declaration> ownNamespaces() {
        return namespaces;
    }

    List<Import> ownImports() {
        return imports;
    }
}
