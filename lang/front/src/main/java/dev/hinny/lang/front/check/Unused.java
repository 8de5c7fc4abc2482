package dev.hinny.lang.front.check;

import dev.hinny.base.SourceSpan;
import dev.hinny.lang.front.Directive;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Declarations and imports that nobody uses. */
final class Unused {
    private final Session session;
    private final Set<Declaration> used = Collections.newSetFromMap(new IdentityHashMap<>());

    Unused(Session session) {
        this.session = session;
    }

    void report(Unit unit) {
        for (Recorder.Occurrence occurrence : session.recorder.occurrences()) {
            if (!occurrence.declares()) {
                used.add(occurrence.declaration());
            }
        }
        boolean module = unit.document().isModule();
        for (Recorder.Place place : session.recorder.scopes()) {
            Scope scope = place.scope();
            scope.ownImports().forEach(i -> imported(i, scope));
            if (module && scope == unit.scope()) {
                continue;
            }
            scope.ownNames().values().forEach(d -> declared(d, scope));
            scope.ownTypes().values().forEach(d -> declared(d, scope));
            scope.ownNamespaces().values().forEach(d -> declared(d, scope));
        }
    }

    private void declared(Declaration declaration, Scope scope) {
        SourceSpan place = declaration.place();
        if (place == null || used.contains(declaration) || declaration.kind() == Symbol.Kind.PARAMETER) {
            return;
        }
        session.info(scope, "UNUSED-NAME", place, "'" + declaration.name() + "' is never used", "");
    }

    private void imported(Scope.Import imported, Scope scope) {
        Directive.Import directive = imported.directive();
        if (directive.names().isEmpty()) {
            if (imported.used().isEmpty()) {
                session.info(
                        scope,
                        "UNUSED-IMPORT",
                        directive.span(),
                        "nothing of '" + directive.module() + "' is used",
                        "");
            }
            return;
        }
        for (Directive.ImportedName name : directive.names()) {
            String text = (name.alias() == null ? name.name() : name.alias()).text();
            if (imported.names().containsKey(text) && !imported.used().contains(text)) {
                session.info(scope, "UNUSED-IMPORT", name.span(), "'" + text + "' is never used", "");
            }
        }
    }
}
