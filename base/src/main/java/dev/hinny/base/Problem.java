package dev.hinny.base;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong, written for the person who has to mend it.
 *
 * @param code upper-case word with dashes that names the kind, stable over releases, for example {@code UNKNOWN-ELEMENT}
 * @param place where it was found; null only where nothing has a place (a port in use)
 * @param message what was found and what was expected, one sentence, the user's text in single quotes
 * @param hint what to do about it; empty when the message says it all
 */
public record Problem(
        String code,
        Severity severity,
        Blame blame,
        @Nullable SourceSpan place,
        String message,
        String hint) {
    public Problem {
        Objects.requireNonNull(code);
        Objects.requireNonNull(severity);
        Objects.requireNonNull(blame);
        Objects.requireNonNull(message);
        Objects.requireNonNull(hint);
    }

    /** An error in the user's input. */
    public static Problem error(String code, @Nullable SourceSpan place, String message, String hint) {
        return new Problem(code, Severity.ERROR, Blame.USER, place, message, hint);
    }

    /** An error in the user's input whose message says it all. */
    public static Problem error(String code, @Nullable SourceSpan place, String message) {
        return error(code, place, message, "");
    }

    /** Something in the user's input that is accepted but probably not meant. */
    public static Problem warning(String code, @Nullable SourceSpan place, String message, String hint) {
        return new Problem(code, Severity.WARNING, Blame.USER, place, message, hint);
    }

    /** The same problem with another severity. */
    public Problem as(Severity other) {
        return new Problem(code, other, blame, place, message, hint);
    }

    /** The same problem at another place. */
    public Problem at(@Nullable SourceSpan other) {
        return new Problem(code, severity, blame, other, message, hint);
    }

    /** {@code FILE:LINE:COL: error: CODE: message}, one line; the hint follows in parentheses. */
    public String line() {
        String where = place == null ? "" : place + ": ";
        String tail = hint.isEmpty() ? "" : " (" + hint.replace('\n', ' ') + ")";
        return where + severity.word() + ": " + code + ": " + message.replace('\n', ' ') + tail;
    }

    /** The message, the source line with a caret below the place, and the hint: what a terminal shows. */
    public String render(SourceText source) {
        StringBuilder out = new StringBuilder();
        if (place != null) {
            out.append(place).append(": ");
        }
        out.append(severity.word()).append(": ").append(code).append(": ").append(message);
        if (place != null) {
            String text = source.line(place.line());
            String number = Integer.toString(place.line());
            int width = place.endLine() == place.line() ? place.endColumn() - place.column() : 1;
            out.append('\n').append(number).append("| ").append(text).append('\n');
            out.append(" ".repeat(number.length() + 2));
            for (int i = 0; i < place.column() - 1 && i < text.length(); i++) {
                out.append(text.charAt(i) == '\t' ? '\t' : ' ');
            }
            out.append("^".repeat(Math.max(1, width)));
        }
        if (!hint.isEmpty()) {
            out.append("\nhint: ").append(hint);
        }
        return out.toString();
    }
}
