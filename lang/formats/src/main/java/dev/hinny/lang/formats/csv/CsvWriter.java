package dev.hinny.lang.formats.csv;

import dev.hinny.base.Problem;
import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.formats.Texts;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** Writes rows as they are iterated; the first row's keys are the header. */
final class CsvWriter {
    private final Writer out;
    private final CsvOptions options;

    CsvWriter(Writer out, CsvOptions options) {
        this.out = out;
        this.options = options;
    }

    void write(Value value) throws IOException {
        switch (value) {
            case NullValue _ -> {}
            case ObjectValue object -> rows(single(object) ? asRows(object) : List.of(object));
            case ArrayValue array -> rows(array);
            default ->
                throw new FormatException(Problem.error(
                        "NO-ROWS", null, "separated values need an array of objects", "write [{column: value}]"));
        }
    }

    /** {@code {rows: [...]}}-like objects whose every value is a row: written as their values. */
    private static boolean single(ObjectValue object) {
        for (Entry entry : object) {
            if (!(entry.value() instanceof ObjectValue)) {
                return false;
            }
        }
        return !object.isEmpty();
    }

    private static List<Value> asRows(ObjectValue object) {
        List<Value> rows = new ArrayList<>();
        object.forEach(e -> rows.add(e.value()));
        return rows;
    }

    private void rows(Iterable<Value> rows) throws IOException {
        List<String> header = new ArrayList<>();
        boolean first = true;
        for (Value row : rows) {
            if (first && row instanceof ObjectValue object) {
                object.forEach(e -> header.add(e.key().name()));
                if (options.header()) {
                    line(header, options.quoteHeader());
                }
            }
            first = false;
            line(fields(row, header), options.quoteValues());
        }
    }

    private List<String> fields(Value row, List<String> header) {
        List<String> fields = new ArrayList<>();
        switch (row) {
            case ObjectValue object -> {
                if (object.size() == header.size()) {
                    object.forEach(e -> fields.add(field(e.value(), e.key().name())));
                } else {
                    for (String name : header) {
                        Value value = object.get(name);
                        fields.add(value == null ? "" : field(value, name));
                    }
                }
            }
            case ArrayValue array -> array.forEach(item -> fields.add(field(item, "an item")));
            default -> fields.add(field(row, "a row"));
        }
        return fields;
    }

    private static String field(Value value, String where) {
        if (value instanceof ObjectValue || value instanceof ArrayValue) {
            throw new FormatException(Problem.error(
                    "NO-TEXT-FORM",
                    null,
                    "the column '" + where + "' holds an object or array, which a line of separated values cannot",
                    "flatten it, or write it as text with write(…, \"application/json\")"));
        }
        return Texts.of(value, "csv");
    }

    private void line(List<String> fields, boolean quoteAll) throws IOException {
        for (int i = 0; i < fields.size(); i++) {
            if (i > 0) {
                out.write(options.separator());
            }
            field(fields.get(i), quoteAll);
        }
        out.write(options.lineSeparator());
    }

    private void field(String text, boolean quote) throws IOException {
        boolean special = text.indexOf('\n') >= 0
                || text.indexOf('\r') >= 0
                || text.indexOf(options.separator()) >= 0
                || (options.quote() != 0 && text.indexOf(options.quote()) >= 0);
        if ((!quote && !special) || options.quote() == 0) {
            out.write(text);
            return;
        }
        out.write(options.quote());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == options.quote()) {
                out.write(options.escape() == 0 ? options.quote() : options.escape());
            }
            out.write(c);
        }
        out.write(options.quote());
    }
}
