package dev.hinny.lang.engine.library;

import dev.hinny.lang.engine.EvaluationException;
import dev.hinny.lang.engine.value.Watch;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Matching that ends: an expression that tries too many ways, or goes too deep for the stack, is an error of the script.
 * Only expressions that repeat a repetition or a choice get that far with short texts, so of these only those are watched.
 */
public final class Matching {
    /** How often a watched expression may look at a character. */
    private static final long MOST_STEPS = 100_000_000;

    /** How much more often when the text is long. */
    private static final long STEPS_PER_CHARACTER = 100;

    private static final int LONG_TEXT = 5_000;

    private Matching() {}

    public static Matcher matcher(Pattern pattern, String text) {
        return pattern.matcher(
                text.length() > LONG_TEXT || isRisky(pattern.pattern()) ? new Watched(text, new long[1]) : text);
    }

    /** The work with a matcher, with its failures told as the language's. */
    public static <T> T run(Pattern pattern, Supplier<T> work) {
        try {
            return work.get();
        } catch (StackOverflowError e) {
            throw EvaluationException.capacity(
                    "REGEX-TOO-DEEP",
                    "the text is too long for the regular expression /" + pattern.pattern() + "/",
                    "repeat single characters, as in [ab]*, and not a choice or group, as in (a|b)*");
        }
    }

    /** Whether a group that ends in a repetition, or has a choice, is repeated. */
    private static boolean isRisky(String pattern) {
        boolean choice = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            choice |= c == '|';
            if (c == ')' && i + 1 < pattern.length() && "*+{".indexOf(pattern.charAt(i + 1)) >= 0) {
                if (choice || i > 0 && "*+}?".indexOf(pattern.charAt(i - 1)) >= 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A text that counts how often it is looked at. */
    private record Watched(String text, long[] steps) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if ((++steps[0] & 0xFFFF) == 0) {
                Watch.check();
            }
            if (steps[0] > MOST_STEPS + text.length() * STEPS_PER_CHARACTER) {
                throw EvaluationException.capacity(
                        "REGEX-TOO-SLOW",
                        "the regular expression tries too many ways to match a text of " + text.length()
                                + " characters",
                        "do not repeat what repeats itself, as in (a+)+");
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
