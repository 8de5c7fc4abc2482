package dev.hinny.lang.front.check;

import dev.hinny.base.SourceSpan;
import dev.hinny.lang.front.Expression;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call under way.
 *
 * @param name as messages show it, empty where the function has none
 * @param declaration null where what is called is no name
 */
record Site(
        String name,
        @Nullable Declaration declaration,
        boolean infix,
        List<Expression> arguments,
        List<Type> typeArguments,
        SourceSpan span,
        Scope scope) {
    /** Whether all ways to call it are known, and no argument too many is dropped. */
    boolean declared() {
        return declaration != null && !declaration.overloads().isEmpty();
    }

    /** Whether a function of the core library is called. */
    boolean isLibrary(String function) {
        return declaration != null
                && declaration.module().equals("dw::Core")
                && declaration.name().equals(function);
    }

    int count() {
        return arguments.size();
    }
}
