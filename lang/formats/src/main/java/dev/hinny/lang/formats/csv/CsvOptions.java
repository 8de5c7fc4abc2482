package dev.hinny.lang.formats.csv;

import dev.hinny.base.Problem;
import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.format.FormatException;

/** What the reader and the writer of separated values were told; a character of 0 means none. */
record CsvOptions(
        String separator,
        char quote,
        char escape,
        boolean header,
        int headerLine,
        int bodyLine,
        boolean ignoreEmptyLine,
        boolean quoteValues,
        boolean quoteHeader,
        String lineSeparator) {
    static CsvOptions of(FormatContext context) {
        String separator = unescaped(context.text("separator", ","));
        char quote = character(context, "quote", "\"");
        if (separator.isEmpty() || separator.indexOf('\n') >= 0 || separator.indexOf('\r') >= 0) {
            throw bad("separator", "must be a character that is no line end", separator);
        }
        if (separator.charAt(0) == quote) {
            throw bad("separator", "must not be the quote", separator);
        }
        return new CsvOptions(
                separator,
                quote,
                character(context, "escape", "\\"),
                context.flag("header", true),
                line(context, "headerLineNumber"),
                line(context, "bodyStartLineNumber"),
                context.flag("ignoreEmptyLine", true),
                context.flag("quoteValues", false),
                context.flag("quoteHeader", false),
                unescaped(context.text("lineSeparator", "\n")));
    }

    private static char character(FormatContext context, String option, String otherwise) {
        String text = unescaped(context.text(option, otherwise));
        if (text.length() > 1 || (text.length() == 1 && (text.charAt(0) > 126 || text.charAt(0) < ' '))) {
            throw bad(option, "must be one printable ASCII character, or empty for none", text);
        }
        return text.isEmpty() ? 0 : text.charAt(0);
    }

    private static int line(FormatContext context, String option) {
        int line = context.number(option, 0);
        if (line < 0) {
            throw bad(option, "counts lines from 0", Integer.toString(line));
        }
        return line;
    }

    /** A tab or another control character, written with a backslash in a media type's parameter. */
    private static String unescaped(String text) {
        if (text.length() < 2 || text.charAt(0) != '\\') {
            return text;
        }
        if (text.length() == 6 && text.charAt(1) == 'u') {
            try {
                return String.valueOf((char) Integer.parseInt(text.substring(2), 16));
            } catch (NumberFormatException _) {
                return text;
            }
        }
        return text.replace("\\t", "\t").replace("\\r", "\r").replace("\\n", "\n");
    }

    private static FormatException bad(String option, String rule, String found) {
        return new FormatException(
                Problem.error("BAD-OPTION", null, "'" + option + "' " + rule + ", found '" + found + "'", ""));
    }
}
