package dev.hinny.lang.formats.json;

import dev.hinny.lang.engine.value.Key;
import java.lang.invoke.VarHandle;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a document by number. The same few keys follow each other in the same order all over most documents, so the key
 * that came next the last time is tried first, also in the next document. Used by one thread at a time.
 */
final class Symbols {
    /** Tables of earlier documents wait here for the next one, which probably has the same keys. */
    private static final AtomicReferenceArray<@Nullable Symbols> IDLE = new AtomicReferenceArray<>(8);

    /** Tables of more keys or more bytes of them are not kept. */
    private static final int MOST_KEPT = 512;

    private static final int MOST_KEPT_BYTES = 1 << 15;

    private static final VarHandle LONGS = Parser.LONGS;
    private static final int SEED = new SplittableRandom().nextInt();

    /** After so many collisions a key is not looked for any more: it only costs memory to have it twice. */
    private static final int PROBES = 32;

    private Symbol[] symbols = new Symbol[16];
    private int[] next = new int[16];
    private int[] inner = new int[16];
    private int[] buckets = new int[32];
    private int count = 1;
    private int size;
    private Keys keys = new Keys(new Key[0]);

    /** Numbers by name, once a name may have come in two ways. */
    private @Nullable Map<String, Integer> names;

    /**
     * A key as it stands in documents.
     *
     * @param quoted the bytes of the name with the closing quote
     * @param head the first eight of them, and a mask of those that are there
     * @param number of the first symbol of the same name
     */
    private record Symbol(byte[] quoted, long head, long mask, int hash, Key key, int number) {
        static Symbol of(byte[] quoted, int hash, Key key, int number) {
            long mask = quoted.length >= 8 ? -1L : (1L << quoted.length * 8) - 1;
            return new Symbol(quoted, (long) LONGS.get(Arrays.copyOf(quoted, 8), 0), mask, hash, key, number);
        }

        boolean is(int otherHash, byte[] bytes, int from, int to) {
            return hash == otherHash
                    && quoted.length == to - from
                    && Arrays.equals(bytes, from, to, quoted, 0, quoted.length);
        }

        boolean stands(byte[] bytes, int from, int to) {
            int length = quoted.length;
            if (from + 8 > to) {
                return from + length <= to && Arrays.equals(bytes, from, from + length, quoted, 0, length);
            }
            return ((long) LONGS.get(bytes, from) & mask) == head
                    && (length <= 8
                            || from + length <= to && Arrays.equals(bytes, from + 8, from + length, quoted, 8, length));
        }
    }

    private Symbols() {
        symbols[0] = Symbol.of(new byte[] {0}, 0, Key.of(""), 0);
    }

    /** A table that nobody else uses. */
    static Symbols take() {
        for (int i = 0; i < IDLE.length(); i++) {
            Symbols idle = IDLE.getAndSet(i, null);
            if (idle != null) {
                return idle;
            }
        }
        return new Symbols();
    }

    /** The user's last word: others may have the table now. */
    void giveBack() {
        if (count <= MOST_KEPT && size <= MOST_KEPT_BYTES) {
            for (int i = 0; i < IDLE.length(); i++) {
                if (IDLE.compareAndSet(i, null, this)) {
                    return;
                }
            }
        }
    }

    Key key(int id) {
        return symbols[id].key();
    }

    /** The keys alone, for views that outlive the parser. */
    Keys keys() {
        if (keys.count() != count) {
            Key[] all = new Key[count];
            for (int i = 0; i < count; i++) {
                all[i] = symbols[i].key();
            }
            keys = new Keys(all);
        }
        return keys;
    }

    /** What stands for the key on the tape. */
    int number(int id) {
        return symbols[id].number();
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
        int probes = 0;
        for (; probes < PROBES && buckets[bucket] != 0; probes++) {
            if (symbols[buckets[bucket]].is(hash, bytes, from, to)) {
                id = buckets[bucket];
                break;
            }
            bucket = bucket + 1 & buckets.length - 1;
        }
        if (id == 0) {
            String name = escaped
                    ? Escapes.decode(bytes, from, to - 1)
                    : new String(bytes, from, to - 1 - from, StandardCharsets.UTF_8);
            id = count;
            int number = number(name, id, escaped || probes == PROBES);
            add(Symbol.of(Arrays.copyOfRange(bytes, from, to), hash, Key.of(name), number), bucket);
        }
        if (previous == 0) {
            inner[parent] = id;
        } else {
            next[previous] = id;
        }
        return id;
    }

    private int number(String name, int id, boolean mayBeThere) {
        if (names == null && !mayBeThere) {
            return id;
        }
        if (names == null) {
            names = new HashMap<>();
            for (int i = 1; i < count; i++) {
                names.putIfAbsent(symbols[i].key().name(), i);
            }
        }
        Integer first = names.putIfAbsent(name, id);
        return first == null ? id : first;
    }

    private void add(Symbol symbol, int bucket) {
        int id = count++;
        if (id == symbols.length) {
            symbols = Arrays.copyOf(symbols, id * 2);
            next = Arrays.copyOf(next, id * 2);
            inner = Arrays.copyOf(inner, id * 2);
        }
        symbols[id] = symbol;
        size += Math.min(symbol.quoted().length, MOST_KEPT_BYTES);
        buckets[bucket] = id;
        if (count * 2 > buckets.length) {
            buckets = new int[buckets.length * 2];
            for (int i = 1; i < count; i++) {
                enter(i);
            }
        }
    }

    private void enter(int id) {
        int bucket = symbols[id].hash() & buckets.length - 1;
        for (int probes = 0; probes < PROBES && buckets[bucket] != 0; probes++) {
            bucket = bucket + 1 & buckets.length - 1;
        }
        buckets[bucket] = id;
    }
}
