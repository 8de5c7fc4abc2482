package dev.hinny.lang.formats.eventstream;

import dev.hinny.base.Problem;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.formats.Lines;
import dev.hinny.lang.formats.SourceIterator;
import dev.hinny.lang.formats.StandardOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads event by event: fields up to an empty line; lines of data are joined with a line feed, of another field the last
 * counts, comments are skipped. The end of the document ends the last event.
 */
final class EventStreamReader extends SourceIterator {
    private final Lines lines;

    EventStreamReader(ByteSource source, String name) {
        lines = Lines.of(source, StandardCharsets.UTF_8, name);
    }

    @Override
    protected @Nullable Value read() {
        Map<String, StringBuilder> fields = new LinkedHashMap<>();
        long size = 0;
        while (lines.next()) {
            if (lines.isEmpty()) {
                if (!fields.isEmpty()) {
                    return event(fields);
                }
                continue;
            }
            String line = lines.text();
            size += line.length();
            if (size > StandardOptions.longestItem() / 4) {
                throw new FormatException(Problem.error(
                        "TOO-LONG",
                        lines.place(lines.number(), 1),
                        "an event has more than " + StandardOptions.longestItem() / 4 + " characters",
                        "an empty line ends an event"));
            }
            int colon = line.indexOf(':');
            if (colon != 0) {
                String name = colon < 0 ? line : line.substring(0, colon);
                String value = colon < 0 ? "" : line.substring(colon + 1).stripLeading();
                StringBuilder known = fields.get(name);
                if (known == null) {
                    fields.put(name, new StringBuilder(value));
                } else if (name.equals("data")) {
                    known.append('\n').append(value);
                } else {
                    known.setLength(0);
                    known.append(value);
                }
            }
        }
        return fields.isEmpty() ? null : event(fields);
    }

    private static ObjectValue event(Map<String, StringBuilder> fields) {
        List<Entry> entries = new ArrayList<>();
        fields.forEach((name, value) -> entries.add(Entry.of(name, StringValue.of(value.toString()))));
        return ObjectValue.of(entries);
    }

    @Override
    public void close() {
        lines.close();
    }
}
