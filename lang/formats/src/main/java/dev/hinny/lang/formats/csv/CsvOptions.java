package dev.hinny.lang.formats.csv;

import dev.hinny.base.Problem;
import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.format.FormatException;

/** What the reader and the writer of separated values were told; a character of 0 means none. */
record CsvOptions(
        char separator,
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
        return new CsvOptions(
                character(context, "separator", ","),
                character(context, "quote", "\""),
                character(context, "escape", "\\"),
                context.flag("header", true),
                context.number("headerLineNumber", 0),
                context.number("bodyStartLineNumber", 0),
                context.flag("ignoreEmptyLine", true),
                context.flag("quoteValues", false),
                context.flag("quoteHeader", false),
                context.text("lineSeparator", "\n"));
    }

    private static char character(FormatContext context, String option, String otherwise) {
        String text = context.text(option, otherwise);
        if (text.length() > 1) {
            throw new FormatException(Problem.error(
                    "BAD-OPTION", null, "'" + option + "' must be one character, found '" + text + "'", ""));
        }
        return text.isEmpty() ? 0 : text.charAt(0);
    }
}
