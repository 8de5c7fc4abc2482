package dev.hinny.lang.front.check;

import dev.hinny.base.SourceSpan;
import dev.hinny.lang.front.Documentation;
import java.util.List;
import java.util.Optional;

/**
 * Something with a name.
 *
 * @param name as it is used in the script
 * @param types the type of the value; one for each overload of a function; what a declared type stands for
 * @param definition the name where it is declared, in this text, a module or the library (then the source is a path such as
 *     {@code dw/Core.dwl}); empty for names of the host and fields
 * @param module the module that declares it, such as {@code dw::core::Strings}; empty for this text and the host
 */
public record Symbol(
        String name,
        Kind kind,
        List<Type> types,
        Optional<SourceSpan> definition,
        String module,
        Documentation documentation) {
    public Symbol {
        types = List.copyOf(types);
    }

    /** What the name names. */
    public enum Kind {
        VARIABLE,
        FUNCTION,
        PARAMETER,
        TYPE,
        TYPE_PARAMETER,
        NAMESPACE,
        MODULE,
        FIELD,
        ANNOTATION
    }

    /** The type as tools show it; overloads are a line each. */
    public String text() {
        if (kind == Kind.FUNCTION) {
            return String.join(
                    "\n",
                    types.stream().map(t -> "fun " + name + declaration(t)).toList());
        }
        String type = types.isEmpty() ? "" : types.get(0).toString();
        return switch (kind) {
            case VARIABLE -> "var " + name + ": " + type;
            case TYPE -> "type " + name + " = " + type;
            case NAMESPACE -> "ns " + name;
            case MODULE -> "module " + name;
            case ANNOTATION -> "annotation " + name;
            case FUNCTION, PARAMETER, FIELD -> name + ": " + type;
            case TYPE_PARAMETER -> name;
        };
    }

    private static String declaration(Type type) {
        return type instanceof Type.Function f ? TypeText.declaration(f) : ": " + type;
    }

    /** Whether both are the same declaration. */
    boolean isSame(Symbol other) {
        return name.equals(other.name)
                && kind == other.kind
                && definition.equals(other.definition)
                && module.equals(other.module);
    }
}
