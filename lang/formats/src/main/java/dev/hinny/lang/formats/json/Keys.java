package dev.hinny.lang.formats.json;

import dev.hinny.lang.engine.value.Key;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys of a tape by number, and their numbers by name. Safe for use by several threads. */
final class Keys {
    static final int NONE = -1;

    private static final int REMEMBERED = 16;

    private final Key[] keys;
    private final @Nullable Known[] recent = new Known[REMEMBERED];
    private volatile @Nullable Map<String, Integer> numbers;

    /** The number of a name that was asked for. */
    private record Known(String name, int number) {}

    /** @param keys from number 1 on; of several with one name only the first is on the tape */
    Keys(Key[] keys) {
        this.keys = keys;
    }

    int count() {
        return keys.length;
    }

    Key key(int number) {
        return keys[number];
    }

    /** {@link #NONE} when the name is not among the keys. */
    int number(String name) {
        int slot = name.hashCode() & REMEMBERED - 1;
        Known known = recent[slot];
        if (known == null || !known.name().equals(name)) {
            known = new Known(name, numbers().getOrDefault(name, NONE));
            recent[slot] = known;
        }
        return known.number();
    }

    private Map<String, Integer> numbers() {
        Map<String, Integer> made = numbers;
        if (made == null) {
            made = new HashMap<>();
            for (int i = 1; i < keys.length; i++) {
                made.putIfAbsent(keys[i].name(), i);
            }
            numbers = made;
        }
        return made;
    }
}
