package dev.hinny.lang.engine.compile;

import dev.hinny.lang.engine.library.PlaceFunction;
import dev.hinny.lang.engine.node.VariableNodes;
import dev.hinny.lang.front.Directive;
import dev.hinny.lang.front.Expression;
import dev.hinny.lang.front.Name;
import dev.hinny.lang.front.Printer;
import org.jspecify.annotations.Nullable;

/** Where names are declared, for functions that ask. */
final class Declarations {
    private Declarations() {}

    /** The function's value for the declaration that an expression names, or for the expression itself. */
    static VariableNodes.Constant place(PlaceFunction function, Expression expression, Scope scope) {
        Directive declared = expression instanceof Expression.Reference reference
                        && reference.name().isSimple()
                        && scope.find(reference.name().name()) == null
                ? find(reference.name().name(), scope)
                : null;
        return new VariableNodes.Constant(
                declared == null
                        ? function.body().call(expression.span(), Printer.print(expression))
                        : function.body().call(declared.span(), Printer.print(declared)));
    }

    private static @Nullable Directive find(String name, Scope scope) {
        Directive own = find(name, scope.unit());
        if (own != null) {
            return own;
        }
        for (Scope.Import imported : scope.imports()) {
            String member = imported.all() ? name : imported.names().get(name);
            Directive found =
                    member != null && imported.module() instanceof SourceUnit unit ? find(member, unit) : null;
            if (found != null) {
                return found;
            }
        }
        return find(name, Library.core());
    }

    private static @Nullable Directive find(String name, SourceUnit unit) {
        for (Directive directive : unit.document().header()) {
            Name declared = switch (directive) {
                case Directive.Function f -> f.name();
                case Directive.Variable v -> v.name();
                case Directive.Namespace _,
                        Directive.TypeAlias _,
                        Directive.Import _,
                        Directive.Input _,
                        Directive.Output _,
                        Directive.Version _,
                        Directive.AnnotationDeclaration _ -> null;
            };
            if (declared != null && declared.text().equals(name)) {
                return directive;
            }
        }
        return null;
    }
}
