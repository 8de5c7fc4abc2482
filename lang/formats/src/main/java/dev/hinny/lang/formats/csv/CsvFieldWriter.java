package dev.hinny.lang.formats.csv;

import dev.hinny.base.Problem;
import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.engine.operation.TypeNames;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.FunctionValue;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.formats.Texts;
import dev.hinny.lang.formats.Utf8Writer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Writes fields so that a reader with the same properties gets them back. Special characters get the escape character before
 * them; a field with a line end is quoted, and every field where the escape character is none or is the quote.
 */
final class CsvFieldWriter {
    private static final byte NONE = 0;
    private static final byte SPECIAL = 1;
    private static final byte LINE_END = 2;

    private final Utf8Writer out;
    private final byte[] separator;
    private final byte[] lineEnd;
    private final byte quote;
    private final byte escape;
    private final byte[] kinds = new byte[256];
    private int count;
    private boolean blank = true;

    CsvFieldWriter(Utf8Writer out, CsvOptions options) {
        this.out = out;
        separator = options.separator().getBytes(StandardCharsets.UTF_8);
        lineEnd = options.lineSeparator().getBytes(StandardCharsets.UTF_8);
        quote = (byte) options.quote();
        escape = options.escape() == options.quote() ? 0 : (byte) options.escape();
        kinds['\n'] = LINE_END;
        kinds['\r'] = LINE_END;
        kinds[separator[0] & 0xff] = SPECIAL;
        if (quote != 0) {
            kinds[quote] = SPECIAL;
        }
        if (escape != 0) {
            kinds[escape] = SPECIAL;
        }
    }

    void separator() throws IOException {
        out.write(separator);
        blank = false;
    }

    /** Ends the row; a row of one empty field is quoted, for an empty line would be none. */
    void lineEnd() throws IOException {
        if (blank && count > 0 && quote != 0) {
            out.write(quote);
            out.write(quote);
        }
        out.write(lineEnd);
        count = 0;
        blank = true;
    }

    /** @param key of the column, null in rows without names */
    void write(Value value, boolean quoted, long row, int column, @Nullable Key key) throws IOException {
        if (value instanceof StringValue text) {
            byte[] bytes = text.utf8();
            if (bytes != null) {
                write(bytes, text.offset(), text.length(), quoted);
            } else {
                write(text.text(), quoted);
            }
        } else if (value instanceof ObjectValue || value instanceof ArrayValue || value instanceof FunctionValue) {
            String path = "[" + row + "]" + (key == null ? "[" + column + "]" : "." + key.name());
            throw new FormatException(Problem.error(
                    "NO-TEXT-FORM",
                    null,
                    "the value at " + path + " is of type " + TypeNames.of(value)
                            + ", which a field of separated values cannot hold",
                    "flatten it, or write it as text with write(…, \"application/json\")"));
        } else {
            write(Texts.of(value, "csv"), quoted);
        }
    }

    void write(String text, boolean quoted) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        write(bytes, 0, bytes.length, quoted);
    }

    private void write(byte[] bytes, int start, int length, boolean wantsQuotes) throws IOException {
        count++;
        int found = NONE;
        for (int i = start; i < start + length; i++) {
            found |= kinds[bytes[i] & 0xff];
        }
        boolean quoted = quote != 0 && (wantsQuotes || (found & LINE_END) != 0 || (found != NONE && escape == 0));
        blank &= length == 0 && !quoted;
        if (!quoted && found == NONE) {
            out.write(bytes, start, length);
            return;
        }
        if (quoted) {
            out.write(quote);
        }
        if ((found & SPECIAL) == 0) {
            out.write(bytes, start, length);
        } else {
            escaped(bytes, start, start + length, quoted);
        }
        if (quoted) {
            out.write(quote);
        }
    }

    private void escaped(byte[] bytes, int start, int end, boolean quoted) throws IOException {
        for (int i = start; i < end; i++) {
            byte b = bytes[i];
            if (quote != 0 && b == quote) {
                // inside quotes without an escape character the quote is doubled
                out.write(escape != 0 ? escape : quote);
            } else if (escape != 0 && b == escape) {
                // needed only where the reader would take it for an escape
                if (i + 1 == end || kinds[bytes[i + 1] & 0xff] == SPECIAL) {
                    out.write(escape);
                }
            } else if (escape != 0 && !quoted && b == separator[0]) {
                out.write(escape);
            }
            out.write(b);
        }
    }
}
