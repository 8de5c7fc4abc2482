package dev.hinny.lang.formats.csv;

import dev.hinny.base.Problem;
import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.engine.operation.TypeNames;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.formats.Utf8Writer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes rows as they are iterated; the first row's keys are the header. */
final class CsvWriter {
    private final CsvOptions options;
    private final CsvFieldWriter fields;
    private @Nullable List<Key> header;
    private long row;

    CsvWriter(Utf8Writer out, CsvOptions options) {
        this.options = options;
        this.fields = new CsvFieldWriter(out, options);
    }

    void write(Value value) throws IOException {
        switch (value) {
            case NullValue _ -> {}
            case ObjectValue object -> {
                if (holdsRows(object)) {
                    for (Entry entry : object) {
                        row(entry.value());
                    }
                } else {
                    row(object);
                }
            }
            case ArrayValue array -> {
                for (Value item : array) {
                    row(item);
                }
            }
            default ->
                throw new FormatException(Problem.error(
                        "NO-ROWS",
                        null,
                        "separated values need an array of objects or an object, found " + TypeNames.of(value),
                        "write [{column: value}]; for text that is CSV already use 'output application/csv with"
                                + " binary'"));
        }
    }

    /** {@code {row: {...}, row: {...}}}: every value is a row. */
    private static boolean holdsRows(ObjectValue object) {
        for (Entry entry : object) {
            if (!(entry.value() instanceof ObjectValue)) {
                return false;
            }
        }
        return !object.isEmpty();
    }

    private void row(Value value) throws IOException {
        switch (value) {
            case NullValue _ -> {}
            case ObjectValue object -> object(object);
            case ArrayValue array -> {
                int i = 0;
                for (Value item : array) {
                    separate(i);
                    fields.write(item, options.quoteValues(), row, i++, null);
                }
                lineEnd();
            }
            default ->
                throw new FormatException(Problem.error(
                        "NO-ROWS",
                        null,
                        "the row at [" + row + "] is of type " + TypeNames.of(value)
                                + ", separated values need objects",
                        "write {column: value} for each row"));
        }
        row++;
    }

    private void object(ObjectValue object) throws IOException {
        List<Key> names = header;
        if (names == null) {
            names = new ArrayList<>();
            for (Entry entry : object) {
                names.add(entry.key());
            }
            header = names;
            if (options.header() && !names.isEmpty()) {
                for (int i = 0; i < names.size(); i++) {
                    separate(i);
                    fields.write(names.get(i).name(), options.quoteHeader());
                }
                lineEnd();
            }
        }
        int i = 0;
        Iterator<Entry> entries = object.iterator();
        while (entries.hasNext() && i < names.size()) {
            Entry entry = entries.next();
            Key name = names.get(i);
            if (!entry.key().name().equals(name.name())) {
                rest(object, names, i);
                return;
            }
            separate(i);
            fields.write(entry.value(), options.quoteValues(), row, i++, name);
        }
        for (; i < names.size(); i++) {
            separate(i);
        }
        lineEnd();
    }

    /** The fields from an index on, of an object with other keys than the first: found by their names. */
    private void rest(ObjectValue object, List<Key> names, int from) throws IOException {
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i).name();
            int nth = seen.merge(name, 1, Integer::sum);
            if (i >= from) {
                separate(i);
                Value value = nth(object, name, nth);
                if (value != null) {
                    fields.write(value, options.quoteValues(), row, i, names.get(i));
                }
            }
        }
        lineEnd();
    }

    private static @Nullable Value nth(ObjectValue object, String name, int nth) {
        int count = 0;
        for (Entry entry : object) {
            if (entry.key().name().equals(name) && ++count == nth) {
                return entry.value();
            }
        }
        return null;
    }

    private void separate(int index) throws IOException {
        if (index > 0) {
            fields.separator();
        }
    }

    private void lineEnd() throws IOException {
        fields.lineEnd();
    }
}
