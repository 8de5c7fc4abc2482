package dev.hinny.lang.front.check;

import dev.hinny.base.Problem;
import dev.hinny.base.Severity;
import dev.hinny.base.SourceText;
import dev.hinny.base.Suggestion;
import dev.hinny.lang.front.Directive;
import dev.hinny.lang.front.Name;
import dev.hinny.lang.front.Parsed;
import dev.hinny.lang.front.Parser;
import dev.hinny.lang.front.QualifiedName;
import dev.hinny.lang.front.StandardLibrary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The modules that the script imports or names. */
final class Modules {
    /** What finds modules that are not of the language: names in them are not checked. */
    private static final Set<String> LOADERS = Set.of("java", "jsonschema");

    private final Session session;
    private final Map<String, Unit> units = new HashMap<>();

    Modules(Session session) {
        this.session = session;
    }

    void add(Directive.Import directive, Scope scope) {
        QualifiedName path = directive.module();
        Module module = find(path);
        if (module == null) {
            session.error(
                    scope,
                    "UNKNOWN-MODULE",
                    path.span(),
                    "there is no module '" + path + "'",
                    Suggestion.didYouMean(
                            path.toString(), StandardLibrary.modules(), "modules are files: " + file(path)));
            scope.add(new Scope.Import(
                    directive,
                    alias(directive, scope),
                    names(directive),
                    new OpenModule(path.toString()),
                    new HashSet<>()));
            return;
        }
        broken(module, path, scope);
        Declaration itself = declaration(module, path);
        session.recorder.used(path.span(), path.toString(), itself, scope);
        Map<String, String> names = new LinkedHashMap<>();
        for (Directive.ImportedName imported : directive.names()) {
            String name = imported.name().text();
            Declaration member = member(module, name);
            if (member == null) {
                session.warning(
                        scope,
                        "UNKNOWN-NAME",
                        imported.span(),
                        "the module '" + path + "' has no '" + name + "'",
                        Suggestion.didYouMean(name, all(module), ""));
                continue;
            }
            names.put(imported.alias() == null ? name : imported.alias().text(), name);
            session.recorder.declared(imported.name(), member, scope);
            if (imported.alias() != null) {
                session.recorder.declared(imported.alias(), member, scope);
            }
        }
        scope.add(new Scope.Import(directive, alias(directive, scope), names, module, new HashSet<>()));
    }

    /** The name that the script has for the module; null when it only takes members. */
    private @Nullable Declaration alias(Directive.Import directive, Scope scope) {
        Name given = directive.alias();
        if (given != null) {
            Declaration alias = Declaration.value(given.text(), Symbol.Kind.MODULE, given.span(), () -> Type.ANY);
            session.recorder.declared(given, alias, scope);
            return alias;
        }
        QualifiedName path = directive.module();
        return directive.all() || !directive.names().isEmpty()
                ? null
                : Declaration.value(path.name(), Symbol.Kind.MODULE, path.span(), () -> Type.ANY);
    }

    /** All names that the directive lists: what they are is not known where there is no module. */
    private static Map<String, String> names(Directive.Import directive) {
        Map<String, String> names = new LinkedHashMap<>();
        for (Directive.ImportedName name : directive.names()) {
            names.put(
                    (name.alias() == null ? name.name() : name.alias()).text(),
                    name.name().text());
        }
        return names;
    }

    /** A module whose text cannot be read makes the script fail too. */
    private void broken(Module module, QualifiedName path, Scope scope) {
        if (module instanceof Unit unit && unit.broken() instanceof Problem first) {
            session.error(
                    scope,
                    "BROKEN-MODULE",
                    path.span(),
                    "the module '" + path + "' has errors, the first at " + first.place() + ": " + first.message(),
                    "");
        }
    }

    private static @Nullable Declaration member(Module module, String name) {
        Declaration member = module.member(name);
        return member != null ? member : module.type(name);
    }

    private static List<String> all(Module module) {
        List<String> all = new ArrayList<>(module.names());
        all.addAll(module.typeNames());
        return all;
    }

    static Declaration declaration(Module module, QualifiedName path) {
        return Declaration.value(
                path.toString(),
                Symbol.Kind.MODULE,
                module instanceof Unit unit ? unit.document().span() : null,
                () -> Type.ANY);
    }

    static String file(QualifiedName path) {
        return String.join("/", path.path()) + (path.path().isEmpty() ? "" : "/") + path.name() + ".dwl";
    }

    /** The module of a path; null when there is none. */
    @Nullable
    Module find(QualifiedName name) {
        if (name.loader() != null) {
            return LOADERS.contains(name.loader()) ? new OpenModule(name.toString()) : null;
        }
        String path = name.toString();
        if (path.equals("dw::Mule") || path.equals("Mule") || path.equals("mule")) {
            return new HostModule(path, session.environment.names(), Library.find("dw::Mule"));
        }
        Unit found = path.startsWith("dw::") ? Library.find(path) : null;
        return found != null ? found : user(path, file(name));
    }

    private @Nullable Unit user(String path, String file) {
        Unit known = units.get(path);
        if (known != null) {
            return known;
        }
        SourceText source = session.environment.modules().find(file);
        if (source == null) {
            return null;
        }
        Parsed parsed = Parser.parse(source);
        Problem broken = parsed.problems().stream()
                .filter(p -> p.severity() == Severity.ERROR)
                .findFirst()
                .orElse(null);
        Unit unit = new Unit(path, parsed.document(), source, session, broken);
        units.put(path, unit);
        unit.declare();
        return unit;
    }
}
