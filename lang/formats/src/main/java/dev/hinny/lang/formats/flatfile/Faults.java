package dev.hinny.lang.formats.flatfile;

import dev.hinny.base.Problem;
import dev.hinny.base.SourceSpan;
import dev.hinny.lang.engine.format.FormatException;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a schema, a document, a value or a property. */
final class Faults {
    private Faults() {}

    static FormatException schema(SourceSpan place, String message, String hint) {
        return new FormatException(Problem.error("BAD-SCHEMA", place, message, hint));
    }

    static FormatException option(String message, String hint) {
        return new FormatException(Problem.error("BAD-OPTION", null, message, hint));
    }

    static FormatException value(String message, String hint) {
        return new FormatException(Problem.error("BAD-VALUE", null, message, hint));
    }

    /** A document's fault: the line is the number of the record, the column the character in it. */
    static FormatException record(String name, long number, int column, long offset, String message, String hint) {
        int line = (int) Math.min(number, Integer.MAX_VALUE);
        int at = (int) Math.min(offset, Integer.MAX_VALUE);
        return new FormatException(Problem.error(
                "BAD-FLATFILE",
                new SourceSpan(name, line, column, line, column + 1, at, at),
                "record " + number + ", byte " + offset + ": " + message,
                hint));
    }

    /** What a field holds, or shall hold, does not fit it; whoever knows the field's name says so. */
    static final class Unfit extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String hint;

        Unfit(String message, String hint, @Nullable Throwable cause) {
            super(message, cause, false, false);
            this.hint = hint;
        }

        Unfit(String message, String hint) {
            this(message, hint, null);
        }

        String message() {
            return String.valueOf(getMessage());
        }

        String hint() {
            return hint;
        }
    }
}
