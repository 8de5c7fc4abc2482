package dev.hinny.lang.formats.xml;

import dev.hinny.lang.engine.value.Namespace;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The prefixes in force while elements are written, and those that the present start tag has to declare. */
final class Prefixes {
    private String[] prefixes = new String[16];
    private String[] uris = new String[16];
    private int count;

    /** The first declaration of the present start tag. */
    private int tag;

    /** Prefixes that names of the present start tag have: none of them may change its meaning in the tag. */
    private String[] used = new String[8];

    private int usedCount;

    /** Begins a start tag; answers what {@link #leave} needs at the end of the element. */
    int enter() {
        tag = count;
        usedCount = 0;
        return count;
    }

    void leave(int mark) {
        count = mark;
    }

    /** Index of the first declaration of this start tag; they go up to {@link #count}. */
    int first() {
        return tag;
    }

    int count() {
        return count;
    }

    String prefix(int index) {
        return prefixes[index];
    }

    String uri(int index) {
        return uris[index];
    }

    /** The prefix for an element of a namespace; empty for the default namespace or none. */
    String ofElement(@Nullable Namespace namespace, String defaultUri) {
        String uri = namespace == null ? defaultUri : namespace.uri();
        return choose(namespace == null ? "" : namespace.prefix(), uri, uri.isEmpty());
    }

    /** The prefix for an attribute of a namespace; empty for none. */
    String ofAttribute(@Nullable Namespace namespace) {
        if (namespace == null || namespace.uri().isEmpty()) {
            return "";
        }
        String uri = namespace.uri();
        if (!namespace.prefix().isEmpty() || uri.equals(Scope.XML)) {
            return choose(namespace.prefix(), uri, false);
        }
        String prefix = other(uri);
        if (!uri.equals(find(prefix))) {
            declare(prefix, uri);
        }
        use(prefix);
        return prefix;
    }

    private String choose(String wanted, String uri, boolean none) {
        if (uri.equals(Scope.XML)) {
            return "xml";
        }
        String prefix = none ? "" : wanted;
        if (!uri.equals(find(prefix))) {
            if (isTaken(prefix)) {
                prefix = other(uri);
            }
            if (!uri.equals(find(prefix))) {
                declare(prefix, uri);
            }
        }
        use(prefix);
        return prefix;
    }

    /** Declares a namespace that a value mentions, unless its prefix means something else in this tag. */
    void mention(Namespace namespace) {
        String prefix = namespace.prefix();
        if (!namespace.uri().equals(find(prefix)) && !isTaken(prefix)) {
            declare(prefix, namespace.uri());
        }
    }

    private boolean isTaken(String prefix) {
        if (prefix.equals("xml") || prefix.equals("xmlns") || !prefix.isEmpty() && !Bytes.isName(prefix)) {
            return true;
        }
        for (int i = 0; i < usedCount; i++) {
            if (used[i].equals(prefix)) {
                return true;
            }
        }
        for (int i = tag; i < count; i++) {
            if (prefixes[i].equals(prefix)) {
                return true;
            }
        }
        return false;
    }

    /** A prefix that means the URI already, else one that means nothing yet. */
    private String other(String uri) {
        for (int i = count - 1; i >= 0; i--) {
            if (uris[i].equals(uri) && !prefixes[i].isEmpty() && uri.equals(find(prefixes[i]))) {
                return prefixes[i];
            }
        }
        int number = 0;
        while (find("ns" + number) != null || isTaken("ns" + number)) {
            number++;
        }
        return "ns" + number;
    }

    /** The URI of a prefix: empty for no default namespace, null for an unknown prefix. */
    @Nullable
    String find(String prefix) {
        for (int i = count - 1; i >= 0; i--) {
            if (prefixes[i].equals(prefix)) {
                return uris[i];
            }
        }
        return prefix.isEmpty() ? "" : null;
    }

    void declare(String prefix, String uri) {
        if (count == prefixes.length) {
            prefixes = Arrays.copyOf(prefixes, count * 2);
            uris = Arrays.copyOf(uris, count * 2);
        }
        prefixes[count] = prefix;
        uris[count++] = uri;
    }

    private void use(String prefix) {
        if (usedCount == used.length) {
            used = Arrays.copyOf(used, usedCount * 2);
        }
        used[usedCount++] = prefix;
    }
}
