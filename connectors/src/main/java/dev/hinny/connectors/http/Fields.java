package dev.hinny.connectors.http;

import dev.hinny.http.Headers;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Headers and parameters as an object with text values; names may repeat.
 *
 * @param ignoresCase whether names are found in any case
 */
public record Fields(List<Entry> entries, boolean ignoresCase, Schema schema) implements ObjectValue {
    /** Names in lower case, found in any case. */
    public static Fields headers(Headers headers) {
        List<Entry> entries = new ArrayList<>(headers.size());
        headers.forEach(
                (name, value) -> entries.add(Entry.of(name.toLowerCase(Locale.ROOT), StringValue.of(value))));
        return new Fields(entries, true, Schema.NONE);
    }

    /** Names in lower case with their values, found in any case. */
    public static Fields headers(Map<String, List<String>> headers) {
        List<Entry> entries = new ArrayList<>();
        headers.forEach((name, values) ->
                values.forEach(v -> entries.add(Entry.of(name.toLowerCase(Locale.ROOT), StringValue.of(v)))));
        return new Fields(entries, true, Schema.NONE);
    }

    /** Names with their values, found as they are written. */
    public static Fields parameters(Map<String, List<String>> parameters) {
        List<Entry> entries = new ArrayList<>();
        parameters.forEach((name, values) -> values.forEach(v -> entries.add(Entry.of(name, StringValue.of(v)))));
        return new Fields(entries, false, Schema.NONE);
    }

    /** One value a name. */
    public static Fields of(Map<String, String> values) {
        List<Entry> entries = new ArrayList<>();
        values.forEach((name, value) -> entries.add(Entry.of(name, StringValue.of(value))));
        return new Fields(entries, false, Schema.NONE);
    }

    @Override
    public int size() {
        return entries.size();
    }

    @Override
    public Iterator<Entry> iterator() {
        return entries.iterator();
    }

    @Override
    public @Nullable Value get(String name) {
        for (Entry entry : entries) {
            if (ignoresCase ? entry.key().name().equalsIgnoreCase(name) : entry.key().name().equals(name)) {
                return entry.value();
            }
        }
        return null;
    }

    @Override
    public Fields withSchema(Schema other) {
        return new Fields(entries, ignoresCase, other);
    }
}
