package dev.hinny.lang.formats.xml;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The namespace declarations in force; elements that declare the same in the same scope share one. */
final class Scope {
    static final String XML = "http://www.w3.org/XML/1998/namespace";
    private static final int MAXIMUM_SHARED = 1_000;

    private final @Nullable Scope parent;
    private final String prefix;
    private final String uri;
    private @Nullable Map<String, Scope> children;

    private Scope(@Nullable Scope parent, String prefix, String uri) {
        this.parent = parent;
        this.prefix = prefix;
        this.uri = uri;
    }

    static Scope root() {
        return new Scope(null, "xml", XML);
    }

    Scope declare(String newPrefix, String newUri) {
        if (children == null) {
            children = new HashMap<>();
        }
        if (children.size() >= MAXIMUM_SHARED) {
            return new Scope(this, newPrefix, newUri);
        }
        return children.computeIfAbsent(newPrefix + " " + newUri, _ -> new Scope(this, newPrefix, newUri));
    }

    /** The URI of a prefix: empty for no default namespace, null for an undeclared prefix. */
    @Nullable
    String find(String wanted) {
        for (Scope scope = this; scope != null; scope = scope.parent) {
            if (scope.prefix.equals(wanted)) {
                return scope.uri;
            }
        }
        return wanted.isEmpty() ? "" : null;
    }
}
