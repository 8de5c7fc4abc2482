package dev.hinny.lang.formats.json;

import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.DecimalNumber;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.engine.value.LongNumber;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A parsed document or a part of one: its bytes, and the tape that says where each value is in them. Immutable, so that views
 * may be used by several threads.
 *
 * <p>Each value takes two ints. The first holds the kind in its upper four bits and below them the length in bytes (texts,
 * numbers) or the count of members (objects, arrays); the second the offset of the bytes, the number itself (small whole
 * numbers), or the place on the tape after the last member. Members follow their object or array, in an object each with the
 * number of its key in front.
 */
final class Tape {
    static final int NULL = 0;
    static final int TRUE = 1;
    static final int FALSE = 2;
    static final int SMALL = 3;
    static final int WHOLE = 4;
    static final int DECIMAL = 5;
    static final int PLAIN = 6;
    static final int ESCAPED = 7;
    static final int OBJECT = 8;
    static final int ARRAY = 9;

    /** The largest length and count. */
    static final int LIMIT = (1 << 28) - 1;

    /** From so many members on, an index is made when somebody asks for one of them. */
    private static final int INDEXED = 256;

    private static final int COMPACT_DIGITS = 18;

    private final byte[] bytes;
    private final int[] words;
    private final Keys keys;
    private volatile @Nullable Map<Integer, Object> indexes;

    Tape(byte[] bytes, int[] words, Keys keys) {
        this.bytes = bytes;
        this.words = words;
        this.keys = keys;
    }

    static int kind(int word) {
        return word >>> 28;
    }

    int count(int at) {
        return words[at] & LIMIT;
    }

    Key key(int at) {
        return keys.key(words[at]);
    }

    /** The place after a value. */
    int after(int at) {
        return words[at] < 0 ? words[at + 1] : at + 2;
    }

    Value value(int at) {
        int word = words[at];
        int length = word & LIMIT;
        int second = words[at + 1];
        return switch (kind(word)) {
            case NULL -> NullValue.NULL;
            case TRUE -> BooleanValue.TRUE;
            case FALSE -> BooleanValue.FALSE;
            case SMALL -> LongNumber.of(second);
            case WHOLE -> whole(second, length);
            case DECIMAL -> decimal(second, length);
            case PLAIN -> StringValue.utf8(bytes, second, length, true);
            case ESCAPED -> StringValue.of(Escapes.decode(bytes, second, second + length));
            case OBJECT -> length == 0 ? ObjectValue.EMPTY : new TapeObject(this, at, Schema.NONE);
            default -> length == 0 ? ArrayValue.EMPTY : new TapeArray(this, at, Schema.NONE);
        };
    }

    private NumberValue whole(int offset, int length) {
        if (length > COMPACT_DIGITS) {
            return NumberValue.of(new BigDecimal(text(offset, length)).toBigIntegerExact());
        }
        boolean negative = bytes[offset] == '-';
        long value = 0;
        for (int i = negative ? offset + 1 : offset; i < offset + length; i++) {
            value = value * 10 + (bytes[i] - '0');
        }
        return LongNumber.of(negative ? -value : value);
    }

    private NumberValue decimal(int offset, int length) {
        if (length > COMPACT_DIGITS) {
            return NumberValue.of(new BigDecimal(text(offset, length)));
        }
        boolean negative = bytes[offset] == '-';
        long unscaled = 0;
        int point = 0;
        for (int i = negative ? offset + 1 : offset; i < offset + length; i++) {
            byte b = bytes[i];
            if (b == '.') {
                point = i;
            } else if (b > '9') {
                return NumberValue.of(new BigDecimal(text(offset, length)));
            } else {
                unscaled = unscaled * 10 + (b - '0');
            }
        }
        return DecimalNumber.of(negative ? -unscaled : unscaled, offset + length - point - 1);
    }

    private String text(int offset, int length) {
        return new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
    }

    /** The place of an object's first value of a name; -1 when there is none. */
    int find(int object, String name) {
        int wanted = keys.number(name);
        if (wanted == Keys.NONE) {
            return -1;
        }
        int count = count(object);
        if (count >= INDEXED) {
            @SuppressWarnings("unchecked")
            Map<Integer, Integer> places =
                    (Map<Integer, Integer>) index().computeIfAbsent(object, o -> places(o, count));
            return places.getOrDefault(wanted, -1);
        }
        int at = object + 2;
        for (int i = 0; i < count; i++) {
            if (words[at] == wanted) {
                return at + 1;
            }
            at = after(at + 1);
        }
        return -1;
    }

    private Map<Integer, Integer> places(int object, int count) {
        Map<Integer, Integer> places = new HashMap<>(count * 2);
        int at = object + 2;
        for (int i = 0; i < count; i++) {
            places.putIfAbsent(words[at], at + 1);
            at = after(at + 1);
        }
        return places;
    }

    /** The place of an array's item or, of an object, of an entry's key; the index must be one. */
    int item(int container, int index) {
        int count = count(container);
        int lead = kind(words[container]) == OBJECT ? 1 : 0;
        if (words[container + 1] == container + 2 + count * (2 + lead)) {
            return container + 2 + index * (2 + lead);
        }
        if (count >= INDEXED && lead == 0) {
            return ((int[]) index().computeIfAbsent(container, c -> starts(c, count)))[index];
        }
        int at = container + 2;
        for (int i = 0; i < index; i++) {
            at = after(at + lead);
        }
        return at;
    }

    private int[] starts(int array, int count) {
        int[] starts = new int[count];
        int at = array + 2;
        for (int i = 0; i < count; i++) {
            starts[i] = at;
            at = after(at);
        }
        return starts;
    }

    private Map<Integer, Object> index() {
        Map<Integer, Object> known = indexes;
        if (known == null) {
            synchronized (this) {
                known = indexes;
                if (known == null) {
                    known = new ConcurrentHashMap<>();
                    indexes = known;
                }
            }
        }
        return known;
    }
}
