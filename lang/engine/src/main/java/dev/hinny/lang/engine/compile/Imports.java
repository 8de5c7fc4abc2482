package dev.hinny.lang.engine.compile;

import dev.hinny.base.SourceText;
import dev.hinny.base.Suggestion;
import dev.hinny.lang.engine.ModuleResolver;
import dev.hinny.lang.engine.Privileges;
import dev.hinny.lang.engine.java.JavaClass;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.front.Directive;
import dev.hinny.lang.front.Parsed;
import dev.hinny.lang.front.Parser;
import dev.hinny.lang.front.QualifiedName;
import dev.hinny.lang.front.StandardLibrary;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Imports: finds modules in the library, among the user's sources, and Java classes. */
final class Imports {
    private final Session session;
    private final Schemas schemas;

    Imports(Session session) {
        this.session = session;
        this.schemas = new Schemas(session, this);
    }

    void add(Directive.Import directive, Scope scope) {
        QualifiedName path = directive.module();
        ModuleUnit module = module(path);
        if (module == null) {
            session.problems.error(
                    "UNKNOWN-MODULE",
                    path.span(),
                    "there is no module '" + path + "'",
                    Suggestion.didYouMean(
                            path.toString(), StandardLibrary.modules(), "modules are files: " + file(path)));
            return;
        }
        Map<String, String> names = new LinkedHashMap<>();
        for (Directive.ImportedName imported : directive.names()) {
            String name = imported.name().text();
            if (module.member(name, imported.span()) != null || module.type(name, List.of()) != null) {
                names.put(imported.alias() == null ? name : imported.alias().text(), name);
            } else {
                session.problems.warning(
                        "UNKNOWN-NAME",
                        imported.span(),
                        "the module '" + path + "' has no '" + name + "'",
                        Suggestion.didYouMean(name, module.names(), ""));
            }
        }
        String alias = directive.alias() != null
                ? directive.alias().text()
                : directive.all() || !names.isEmpty() ? null : path.name();
        scope.add(new Scope.Import(alias, directive.all(), names, module));
    }

    private static String file(QualifiedName path) {
        return String.join("/", path.path()) + (path.path().isEmpty() ? "" : "/") + path.name() + ".dwl";
    }

    /** The module of a path; null when there is none. */
    @Nullable
    ModuleUnit module(QualifiedName name) {
        String loader = name.loader();
        if (loader != null && loader.equals("java")) {
            return java(name);
        }
        String path = name.toString();
        ModuleUnit known = session.modules.get(path);
        if (known != null) {
            return known;
        }
        if (path.equals("dw::Mule") || path.equals("Mule") || path.equals("mule")) {
            return new HostUnit(session.options.names(), Library.mule());
        }
        if (loader != null) {
            return schemas.find(name);
        }
        ModuleUnit found = path.startsWith("dw::") ? Library.find(path) : null;
        if (found == null) {
            found = user(path, file(name));
        }
        if (found != null) {
            session.modules.put(path, found);
        }
        return found;
    }

    private ModuleUnit java(QualifiedName name) {
        String type = String.join(".", name.path()) + (name.path().isEmpty() ? "" : ".") + name.name();
        if (!session.options.privileges().granted(Privileges.JAVA, List.of(StringValue.of(type)))) {
            session.problems.error(
                    "NOT-GRANTED",
                    name.span(),
                    "the script has not the privilege '" + Privileges.JAVA + "', which '" + name + "' needs",
                    "who runs the script grants it");
            return new MissingClassUnit(type);
        }
        try {
            return new JavaUnit(new JavaClass(Class.forName(type, true, session.options.classLoader())));
        } catch (ClassNotFoundException | LinkageError e) {
            session.problems.warning(
                    "UNKNOWN-CLASS",
                    name.span(),
                    "the class '" + type + "' cannot be loaded; the script fails where it uses it",
                    "build the application's Java sources, or add the library that has the class");
            return new MissingClassUnit(type);
        }
    }

    private @Nullable ModuleUnit user(String path, String file) {
        SourceText source = session.options.modules().find(file);
        return source == null ? null : compile(path, file, source);
    }

    /** The unit of a user's source, known by its path from now on; a script that is a function does not see itself. */
    SourceUnit compile(String path, String file, SourceText source) {
        Parsed parsed = Parser.parse(source);
        session.problems.addAll(parsed.problems());
        SourceUnit unit = new SourceUnit(path, parsed.document(), session, session.units.size(), null);
        session.units.add(unit);
        session.modules.put(path, unit);
        unit.declare();
        unit.compile();
        if (!parsed.document().isModule()) {
            ModuleResolver outer = session.options.modules();
            unit.mapping(Program.compile(
                    source,
                    session.options
                            .withNames(inputs(parsed))
                            .withModules(other -> other.equals(file) ? null : outer.find(other))));
        }
        return unit;
    }

    private static Set<String> inputs(Parsed parsed) {
        Set<String> names = new LinkedHashSet<>();
        names.add("payload");
        for (Directive directive : parsed.document().header()) {
            if (directive instanceof Directive.Input input) {
                names.add(input.name().text());
            }
        }
        return names;
    }
}
