package dev.hinny.lang.formats.xml;

import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.engine.value.Namespace;
import org.jspecify.annotations.Nullable;

/**
 * A name of elements or attributes in its namespace, one object for all that bear it.
 *
 * @param local number of the local name: equal for all names with the same one
 * @param key the key of an element without attributes
 */
record Name(int local, Key key) {
    boolean is(int wantedLocal, @Nullable Namespace namespace) {
        if (local != wantedLocal) {
            return false;
        }
        Namespace own = key.namespace();
        return namespace == null || own != null && own.uri().equals(namespace.uri());
    }

    String uri() {
        Namespace own = key.namespace();
        return own == null ? "" : own.uri();
    }
}
