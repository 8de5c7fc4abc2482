package dev.hinny.lang.formats.xml;

import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.engine.value.Namespace;
import dev.hinny.lang.engine.value.ObjectValue;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The names of a document: as written (raw), and resolved to their namespaces. One thread adds; a {@link Tape} that was made
 * may be read by others meanwhile.
 */
final class Names {
    /** So that a tape can hold a name and eight flags in an int, and that names do not fill the heap. */
    private static final int MAXIMUM =
            (int) Math.min(1 << 22, Runtime.getRuntime().maxMemory() >> 10);

    private byte[][] raw = new byte[64][];
    private long[] words = new long[64];
    private long[] masks = new long[64];
    private int[] followers = new int[64];
    private int rawCount;
    private int[] slots = new int[256];
    private @Nullable Scope[] elementScopes = new Scope[64];
    private int[] elementNames = new int[64];
    private int[] attributeNames = new int[64];
    private @Nullable Scope[] attributeScopes = new Scope[64];

    private volatile Name[] names = new Name[64];
    private int nameCount;
    private final Map<Resolved, Integer> known = new HashMap<>();
    private final Map<String, Namespace> namespaces = new HashMap<>();
    private final Map<String, Integer> locals = new ConcurrentHashMap<>();

    /** The local names that selectors asked for last, by their hash: each entry is complete or absent, whoever wrote it. */
    private final @Nullable Lookup[] lookups = new Lookup[64];

    private record Resolved(int raw, String uri) {}

    private record Lookup(String name, int local) {}

    /** The resolved names by number; entries that a tape uses never change. */
    Name[] all() {
        return names;
    }

    /** The number of a local name, -1 when the document has none. */
    int local(String name) {
        int hash = name.hashCode();
        int slot = (hash ^ hash >>> 6) & 63;
        Lookup known = lookups[slot];
        if (known != null && known.name() == name) {
            return known.local();
        }
        Integer found = locals.get(name);
        if (found == null) {
            return -1;
        }
        lookups[slot] = new Lookup(name, found);
        return found;
    }

    byte[] raw(int id) {
        return raw[id];
    }

    /** The first eight bytes of a raw name, the first one lowest. */
    long word(int id) {
        return words[id];
    }

    /** The bits of eight bytes that a raw name fills. */
    long mask(int id) {
        return masks[id];
    }

    /** The raw name that followed another one last; -1 when there is none. */
    int following(int id) {
        return followers[id] - 1;
    }

    void follow(int id, int next) {
        followers[id] = next + 1;
    }

    String text(int id) {
        return new String(raw[id], StandardCharsets.UTF_8);
    }

    /**
     * The number of a raw name.
     *
     * @param word its first eight bytes
     */
    int intern(byte[] source, int from, int to, long word) {
        int length = to - from;
        int hash = mix(word, length);
        if (length > 8) {
            for (int i = from + 8; i < to; i++) {
                hash = hash * 31 + source[i];
            }
        }
        hash ^= hash >>> 15;
        int mask = slots.length - 1;
        for (int slot = hash & mask; ; slot = slot + 1 & mask) {
            int id = slots[slot] - 1;
            if (id < 0) {
                return add(source, from, to, word, slot);
            }
            if (words[id] == word
                    && raw[id].length == length
                    && (length <= 8 || Arrays.equals(raw[id], 8, length, source, from + 8, to))) {
                return id;
            }
        }
    }

    private static int mix(long word, int length) {
        long h = (word ^ length) * 0x9E3779B97F4A7C15L;
        return (int) (h >>> 32);
    }

    private int add(byte[] source, int from, int to, long word, int slot) {
        check(source, from, to);
        int id = rawCount++;
        if (id == MAXIMUM) {
            throw new Fault(from, "more than " + MAXIMUM + " different names", "");
        }
        if (id == raw.length) {
            int size = id * 2;
            raw = Arrays.copyOf(raw, size);
            words = Arrays.copyOf(words, size);
            masks = Arrays.copyOf(masks, size);
            followers = Arrays.copyOf(followers, size);
            elementScopes = Arrays.copyOf(elementScopes, size);
            elementNames = Arrays.copyOf(elementNames, size);
            attributeScopes = Arrays.copyOf(attributeScopes, size);
            attributeNames = Arrays.copyOf(attributeNames, size);
        }
        raw[id] = Arrays.copyOfRange(source, from, to);
        words[id] = word;
        masks[id] = to - from >= 8 ? -1 : (1L << (to - from) * 8) - 1;
        slots[slot] = id + 1;
        if (rawCount * 2 > slots.length) {
            rehash();
        }
        return id;
    }

    private void rehash() {
        slots = new int[slots.length * 4];
        int mask = slots.length - 1;
        for (int id = 0; id < rawCount; id++) {
            byte[] name = raw[id];
            int hash = mix(words[id], name.length);
            for (int i = 8; i < name.length; i++) {
                hash = hash * 31 + name[i];
            }
            int slot = (hash ^ hash >>> 15) & mask;
            while (slots[slot] != 0) {
                slot = slot + 1 & mask;
            }
            slots[slot] = id + 1;
        }
    }

    /** Names are met often and checked once. */
    private static void check(byte[] source, int from, int to) {
        String text = new String(source, from, to - from, StandardCharsets.UTF_8);
        int colon = text.indexOf(':');
        if (!Arrays.equals(text.getBytes(StandardCharsets.UTF_8), Arrays.copyOfRange(source, from, to))) {
            throw new Fault(from, "the name '" + text + "' has bytes that are no UTF-8", Scanner.DECLARE);
        }
        boolean good = colon < 0
                ? Bytes.isName(text)
                : Bytes.isName(text.substring(0, colon)) && Bytes.isName(text.substring(colon + 1));
        if (!good) {
            throw new Fault(from, "'" + text + "' is no name", "names begin with a letter and have one colon at most");
        }
    }

    int element(int id, Scope scope, int offset) {
        if (elementScopes[id] != scope) {
            elementNames[id] = resolve(id, scope, true, offset);
            elementScopes[id] = scope;
        }
        return elementNames[id];
    }

    int attribute(int id, Scope scope, int offset) {
        if (attributeScopes[id] != scope) {
            attributeNames[id] = resolve(id, scope, false, offset);
            attributeScopes[id] = scope;
        }
        return attributeNames[id];
    }

    private int resolve(int id, Scope scope, boolean element, int offset) {
        String text = text(id);
        int colon = text.indexOf(':');
        String prefix = colon < 0 ? "" : text.substring(0, colon);
        String uri = colon < 0 && !element ? "" : scope.find(prefix);
        if (uri == null) {
            throw new Fault(
                    offset,
                    "the prefix '" + prefix + "' of '" + text + "' is declared nowhere",
                    "declare it: xmlns:" + prefix + "=\"URI\"");
        }
        return known.computeIfAbsent(new Resolved(id, uri), _ -> {
            String local = text.substring(colon + 1);
            Namespace namespace = uri.isEmpty()
                    ? null
                    : namespaces.computeIfAbsent(prefix + " " + uri, _ -> new Namespace(prefix, uri));
            return add(local, namespace, offset);
        });
    }

    private int add(String local, @Nullable Namespace namespace, int offset) {
        if (nameCount == MAXIMUM) {
            throw new Fault(offset, "more than " + MAXIMUM + " different names", "");
        }
        Name[] all = names;
        if (nameCount == all.length) {
            all = Arrays.copyOf(all, nameCount * 2);
        }
        int number = locals.size();
        Integer before = locals.putIfAbsent(local, number);
        all[nameCount] = new Name(before == null ? number : before, Key.of(local, namespace, ObjectValue.EMPTY));
        names = all;
        return nameCount++;
    }

    /** The key under which text between elements stands. */
    int mixedText() {
        return known.computeIfAbsent(new Resolved(-1, ""), _ -> add("__text", null, 0));
    }
}
