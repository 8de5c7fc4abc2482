package dev.hinny.lang.formats.csv;

import dev.hinny.base.Problem;
import dev.hinny.base.SourceSpan;
import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.EntryObject;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Splits a document into lines and fields; a quoted field may hold line ends. */
final class CsvReader {
    private final Reader in;
    private final CsvOptions options;
    private final char[] buffer = new char[8192];
    private int position;
    private int limit;
    private int line;

    CsvReader(Reader in, CsvOptions options) {
        this.in = in;
        this.options = options;
    }

    List<Value> rows() throws IOException {
        List<Value> rows = new ArrayList<>();
        List<Key> keys = new ArrayList<>();
        boolean headerSeen = !options.header();
        for (List<String> fields = next(); fields != null; fields = next()) {
            int at = line - 1;
            if (options.ignoreEmptyLine() && fields.size() == 1 && fields.get(0).isEmpty()) {
                continue;
            }
            if (!headerSeen) {
                if (at >= options.headerLine()) {
                    fields.forEach(name -> keys.add(Key.of(name.strip())));
                    headerSeen = true;
                }
            } else if (at >= options.bodyLine()) {
                rows.add(row(fields, keys));
            }
        }
        return rows;
    }

    private static Value row(List<String> fields, List<Key> keys) {
        while (keys.size() < fields.size()) {
            keys.add(Key.of("column_" + keys.size()));
        }
        Entry[] entries = new Entry[fields.size()];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = new Entry.Pair(keys.get(i), StringValue.of(fields.get(i)));
        }
        return new EntryObject(entries, Schema.NONE);
    }

    /** The fields of the next line, null at the end. */
    private @Nullable List<String> next() throws IOException {
        int c = read();
        if (c < 0) {
            return null;
        }
        int startLine = ++line;
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        boolean wasQuoted = false;
        for (; ; c = read()) {
            if (c < 0 && quoted) {
                throw new FormatException(Problem.error(
                        "BAD-CSV",
                        new SourceSpan("payload", startLine, 1, startLine, 1, 0, 0),
                        "a quoted field is not closed",
                        "close it with " + options.quote() + " or set another quote character"));
            }
            if (c < 0 || (!quoted && (c == '\n' || c == '\r'))) {
                skipLineFeed(c);
                fields.add(field.toString());
                return fields;
            }
            if (quoted) {
                quoted = quotedCharacter(c, field);
            } else if (c == options.quote() && options.quote() != 0 && field.isEmpty() && !wasQuoted) {
                quoted = true;
                wasQuoted = true;
            } else if (c == options.separator()) {
                fields.add(field.toString());
                field.setLength(0);
                wasQuoted = false;
            } else if (c == options.escape() && options.escape() != 0 && escapes(peek())) {
                field.append((char) read());
            } else {
                field.append((char) c);
            }
        }
    }

    private boolean quotedCharacter(int c, StringBuilder field) throws IOException {
        if (c == options.quote()) {
            if (peek() == options.quote()) {
                field.append((char) read());
                return true;
            }
            return false;
        }
        if (c == options.escape() && options.escape() != 0 && escapes(peek())) {
            field.append((char) read());
            return true;
        }
        if (c == '\n') {
            line++;
        }
        field.append((char) c);
        return true;
    }

    private boolean escapes(int c) {
        return c >= 0 && (c == options.quote() || c == options.escape() || c == options.separator());
    }

    private void skipLineFeed(int c) throws IOException {
        if (c == '\r' && peek() == '\n') {
            read();
        }
    }

    private int read() throws IOException {
        return peek() < 0 ? -1 : buffer[position++];
    }

    private int peek() throws IOException {
        if (position == limit) {
            limit = in.read(buffer, 0, buffer.length);
            position = 0;
            if (limit <= 0) {
                limit = 0;
                return -1;
            }
        }
        return buffer[position];
    }
}
