package dev.hinny.lang.formats.json;

import dev.hinny.lang.engine.value.Key;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The keys of a document by number. The same few keys follow each other in the same order all over most documents, so the key
 * that came next the last time is tried first; a cache over all documents saves making the objects again.
 */
final class Symbols {
    private static final Symbol[] CACHE = new Symbol[2048];
    private static final int LONGEST_CACHED = 64;
    private static final int SEED = new SplittableRandom().nextInt();

    /** After so many collisions a key is not looked for any more: it only costs memory to have it twice. */
    private static final int PROBES = 32;

    private Symbol[] symbols = new Symbol[16];
    private int[] next = new int[16];
    private int[] inner = new int[16];
    private int[] buckets = new int[32];
    private int count = 1;
    private Key[] keys = {};

    /**
     * A key as it stands in documents.
     *
     * @param quoted the bytes of the name with the closing quote
     */
    private record Symbol(byte[] quoted, int hash, Key key) {
        boolean is(int otherHash, byte[] bytes, int from, int to) {
            return hash == otherHash && quoted.length == to - from && stands(bytes, from, to);
        }

        boolean stands(byte[] bytes, int from, int to) {
            return to - from >= quoted.length
                    && Arrays.equals(bytes, from, from + quoted.length, quoted, 0, quoted.length);
        }
    }

    Symbols() {
        symbols[0] = new Symbol(new byte[] {0}, 0, Key.of(""));
    }

    Key key(int id) {
        return symbols[id].key();
    }

    /** The keys alone, for views that outlive the parser. */
    Key[] keys() {
        if (keys.length != count) {
            keys = new Key[count];
            for (int i = 0; i < count; i++) {
                keys[i] = symbols[i].key();
            }
        }
        return keys;
    }

    int count() {
        return count;
    }

    int length(int id) {
        return symbols[id].quoted().length;
    }

    /**
     * The key expected at a place, 0 when another one is there.
     *
     * @param previous the key before it in its object, 0 for the first one
     * @param parent the key under which its object stands
     */
    int expected(int previous, int parent, byte[] bytes, int from, int to) {
        int guess = previous == 0 ? inner[parent] : next[previous];
        return guess != 0 && symbols[guess].stands(bytes, from, to) ? guess : 0;
    }

    /** The number of the key that ends with a quote before {@code to}; expected there from now on. */
    int find(int previous, int parent, byte[] bytes, int from, int to, boolean escaped) {
        int hash = SEED;
        for (int i = from; i < to; i++) {
            hash = (hash ^ bytes[i]) * 0x01000193;
        }
        hash ^= hash >>> 15;
        int id = 0;
        int bucket = hash & buckets.length - 1;
        for (int probes = 0; probes < PROBES && buckets[bucket] != 0; probes++) {
            if (symbols[buckets[bucket]].is(hash, bytes, from, to)) {
                id = buckets[bucket];
                break;
            }
            bucket = bucket + 1 & buckets.length - 1;
        }
        if (id == 0) {
            id = add(symbol(bytes, from, to, hash, escaped), bucket);
        }
        if (previous == 0) {
            inner[parent] = id;
        } else {
            next[previous] = id;
        }
        return id;
    }

    private static Symbol symbol(byte[] bytes, int from, int to, int hash, boolean escaped) {
        int slot = hash & CACHE.length - 1;
        Symbol cached = CACHE[slot];
        if (cached != null && cached.is(hash, bytes, from, to)) {
            return cached;
        }
        String name = escaped
                ? Escapes.decode(bytes, from, to - 1)
                : new String(bytes, from, to - 1 - from, StandardCharsets.UTF_8);
        Symbol made = new Symbol(Arrays.copyOfRange(bytes, from, to), hash, Key.of(name));
        if (to - from <= LONGEST_CACHED) {
            CACHE[slot] = made;
        }
        return made;
    }

    private int add(Symbol symbol, int bucket) {
        int id = count++;
        if (id == symbols.length) {
            symbols = Arrays.copyOf(symbols, id * 2);
            next = Arrays.copyOf(next, id * 2);
            inner = Arrays.copyOf(inner, id * 2);
        }
        symbols[id] = symbol;
        buckets[bucket] = id;
        if (count * 2 > buckets.length) {
            buckets = new int[buckets.length * 2];
            for (int i = 1; i < count; i++) {
                enter(i);
            }
        }
        return id;
    }

    private void enter(int id) {
        int bucket = symbols[id].hash() & buckets.length - 1;
        for (int probes = 0; probes < PROBES && buckets[bucket] != 0; probes++) {
            bucket = bucket + 1 & buckets.length - 1;
        }
        buckets[bucket] = id;
    }
}
