package dev.hinny.lang.formats.csv;

import dev.hinny.lang.engine.value.Key;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The names of the columns, which all rows share. Fields beyond the header, and all fields where there is none, are
 * {@code column_N}, counted from 0.
 */
final class CsvHeader {
    private static final String UNNAMED = "column_";

    private final int named;
    private final Map<String, Integer> indexes = new HashMap<>();
    private volatile Key[] keys;

    CsvHeader(List<String> names) {
        named = names.size();
        keys = new Key[named];
        for (int i = 0; i < named; i++) {
            keys[i] = Key.of(names.get(i));
            indexes.putIfAbsent(names.get(i), i);
        }
    }

    Key key(int index) {
        Key[] known = keys;
        return index < known.length ? known[index] : unnamed(index);
    }

    private synchronized Key unnamed(int index) {
        Key[] known = keys;
        if (index >= known.length) {
            Key[] more = Arrays.copyOf(known, Math.max(index + 1, known.length * 2));
            for (int i = known.length; i < more.length; i++) {
                more[i] = Key.of(UNNAMED + i);
            }
            keys = more;
            known = more;
        }
        return known[index];
    }

    /** The first column with this name, -1 where there is none. */
    int index(String name) {
        Integer index = indexes.get(name);
        if (index != null) {
            return index;
        }
        if (name.startsWith(UNNAMED) && name.length() < UNNAMED.length() + 9) {
            try {
                int number = Integer.parseInt(name, UNNAMED.length(), name.length(), 10);
                return number >= named && name.equals(UNNAMED + number) ? number : -1;
            } catch (NumberFormatException _) {
                return -1;
            }
        }
        return -1;
    }
}
