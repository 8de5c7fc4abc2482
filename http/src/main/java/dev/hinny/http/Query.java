package dev.hinny.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parameters of a query string ({@code application/x-www-form-urlencoded}): an ordered multimap with names and
 * values decoded as UTF-8, {@code +} as a space. Names are case-sensitive; a name without {@code =} has the value "".
 * A broken escape is kept as it stands. Immutable.
 */
public final class Query {
    private static final Query EMPTY = new Query("", Map.of());

    private final String raw;
    private final Map<String, List<String>> values;

    private Query(String raw, Map<String, List<String>> values) {
        this.raw = raw;
        this.values = values;
    }

    /** Reads a raw query string, without the question mark. Also fit for a form body. */
    public static Query parse(String raw) {
        if (raw.isEmpty()) {
            return EMPTY;
        }
        Map<String, List<String>> values = new LinkedHashMap<>();
        int start = 0;
        while (start <= raw.length()) {
            int end = raw.indexOf('&', start);
            end = end < 0 ? raw.length() : end;
            if (end > start) {
                int equals = raw.indexOf('=', start);
                boolean named = equals >= 0 && equals < end;
                String name = Percent.decode(raw.substring(start, named ? equals : end), true);
                String value = named ? Percent.decode(raw.substring(equals + 1, end), true) : "";
                values.computeIfAbsent(name, k -> new ArrayList<>(1)).add(value);
            }
            start = end + 1;
        }
        values.replaceAll((name, list) -> List.copyOf(list));
        return new Query(raw, Collections.unmodifiableMap(values));
    }

    /** The query string as it was sent. */
    public String raw() {
        return raw;
    }

    public Optional<String> first(String name) {
        List<String> all = values.get(name);
        return all == null ? Optional.empty() : Optional.of(all.get(0));
    }

    /** All values of a parameter in order; empty where it is not there. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    public Set<String> names() {
        return values.keySet();
    }

    /** All parameters, in order of first mention. */
    public Map<String, List<String>> asMap() {
        return values;
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    @Override
    public String toString() {
        return raw;
    }
}
