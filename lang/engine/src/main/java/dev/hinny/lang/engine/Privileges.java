package dev.hinny.lang.engine;

import dev.hinny.lang.engine.value.Value;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Asked each time a script reaches outside: what it may do beyond computing with its inputs. Must be safe for use by several
 * threads.
 */
@FunctionalInterface
public interface Privileges {
    /** Reading what is behind a URL: {@code readUrl}, schemas, files of multipart bodies. */
    String RESOURCE = "Resource";

    /** Reading properties of the process. */
    String PROPERTIES = "Properties";

    /** Reading environment variables. */
    String ENVIRONMENT = "Environment";

    /** Loading Java classes. */
    String JAVA = "Java";

    /** Whatever the host's resolvers and class loader offer. */
    Privileges ALL = (privilege, arguments) -> true;

    /** Nothing but computing. */
    Privileges NONE = (privilege, arguments) -> false;

    /** @param arguments of the function that needs the privilege */
    boolean granted(String privilege, List<Value> arguments);

    /** Only these, whatever the arguments. */
    static Privileges only(Collection<String> granted) {
        Set<String> names = Set.copyOf(granted);
        return (privilege, arguments) -> names.contains(privilege);
    }

    /** What both grant. */
    default Privileges and(Privileges other) {
        return (privilege, arguments) -> granted(privilege, arguments) && other.granted(privilege, arguments);
    }

    /** @throws EvaluationException with the code {@code NOT-GRANTED} when the privilege is not granted */
    default void demand(String privilege, List<Value> arguments) {
        if (!granted(privilege, arguments)) {
            throw EvaluationException.of(
                    "NOT-GRANTED",
                    "the script has not the privilege '" + privilege + "'",
                    "who runs the script grants it, with the security manager or the privileges of the reader");
        }
    }
}
