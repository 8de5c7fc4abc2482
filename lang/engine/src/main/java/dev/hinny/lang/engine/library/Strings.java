package dev.hinny.lang.engine.library;

import static dev.hinny.lang.engine.library.Args.text;
import static dev.hinny.lang.engine.library.Args.whole;

import dev.hinny.lang.engine.EvaluationException;
import dev.hinny.lang.engine.node.Calls;
import dev.hinny.lang.engine.operation.Errors;
import dev.hinny.lang.engine.operation.Renderings;
import dev.hinny.lang.engine.operation.Texts;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.Capacity;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.FunctionValue;
import dev.hinny.lang.engine.value.LongNumber;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.engine.value.Watch;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Texts: case, padding, parts. */
final class Strings implements NativeFamily {
    /** The most characters that padding and repeating make. */
    static final int LONGEST = Capacity.CHARACTERS;

    /** The most pairs of characters that a distance compares. */
    private static final long MOST_CELLS = 1_000_000_000;

    @Override
    public String name() {
        return "strings";
    }

    @Override
    public @Nullable NativeFunction find(String name) {
        return switch (name) {
            case "upper" -> a -> LetterCase.upper(a[0]);
            case "lower" -> a -> LetterCase.lower(a[0]);
            case "trim" -> a -> StringValue.of(text(a[0]).trim());
            case "concat" -> a -> StringValue.of(text(a[0]).concat(text(a[1])));
            case "size" -> a -> LongNumber.of(text(a[0]).length());
            case "isEmpty" -> a -> BooleanValue.of(text(a[0]).isEmpty());
            case "isBlank" ->
                a -> BooleanValue.of(a[0] instanceof NullValue || text(a[0]).isBlank());
            case "startsWith" -> a -> BooleanValue.of(text(a[0]).startsWith(text(a[1])));
            case "endsWith" -> a -> BooleanValue.of(text(a[0]).endsWith(text(a[1])));
            case "filter" -> a -> filter(text(a[0]), (FunctionValue) a[1]);
            case "reduce" -> a -> Collections.reduce(characters(text(a[0])), (FunctionValue) a[1]);
            case "mapString" -> a -> mapString(text(a[0]), (FunctionValue) a[1]);
            case "groupBy" -> a -> groupBy(text(a[0]), (FunctionValue) a[1]);
            case "substring" -> a -> substring(text(a[0]), whole(a[1]), whole(a[2]));
            case "reverse" ->
                a -> StringValue.of(new StringBuilder(text(a[0])).reverse().toString());
            case "repeat" -> a -> repeat(text(a[0]), whole(a[1]));
            case "leftPad" -> a -> pad(text(a[0]), whole(a[1]), text(a[2]), true);
            case "rightPad" -> a -> pad(text(a[0]), whole(a[1]), text(a[2]), false);
            case "replaceAll" -> a -> replaceAll(text(a[0]), text(a[1]), text(a[2]));
            case "remove" -> a -> StringValue.of(text(a[0]).replace(text(a[1]), ""));
            case "charCode" -> a -> charCode(text(a[0]), 0);
            case "charCodeAt" -> a -> charCode(text(a[0]), whole(a[1]));
            case "fromCharCode" -> a -> fromCharCode(whole(a[0]));
            case "capitalize" -> a -> StringValue.of(Words.capitalize(text(a[0])));
            case "camelize" -> a -> StringValue.of(Words.camelize(text(a[0])));
            case "dasherize" -> a -> StringValue.of(Words.joined(text(a[0]), '-'));
            case "underscore" -> a -> StringValue.of(Words.joined(text(a[0]), '_'));
            case "pluralize" -> a -> StringValue.of(Inflections.plural(text(a[0])));
            case "singularize" -> a -> StringValue.of(Inflections.singular(text(a[0])));
            case "ordinalize" -> a -> StringValue.of(Words.ordinalize(Texts.of(a[0])));
            case "isAlpha" -> a -> all(text(a[0]), Character::isLetter);
            case "isAlphanumeric" -> a -> all(text(a[0]), Character::isLetterOrDigit);
            case "isNumeric" -> a -> all(text(a[0]), Character::isDigit);
            case "isLowerCase" -> a -> all(text(a[0]), Character::isLowerCase);
            case "isUpperCase" -> a -> all(text(a[0]), Character::isUpperCase);
            case "isWhitespace" -> a -> BooleanValue.of(text(a[0]).isBlank());
            case "collapse" -> a -> collapse(text(a[0]));
            case "words" -> a -> words(text(a[0]));
            case "lines" -> a -> strings(text(a[0]).split("\r\n|\n|\r", -1));
            case "levenshtein" -> a -> LongNumber.of(levenshtein(text(a[0]), text(a[1])));
            case "hamming" -> a -> hamming(text(a[0]), text(a[1]));
            case "characters" -> a -> all(text(a[0]));
            case "uuid" -> a -> StringValue.of(UUID.randomUUID().toString());
            default -> null;
        };
    }

    private static Value replaceAll(String text, String target, String replacement) {
        if ((text.length() + 1L) * replacement.length() > Capacity.CHARACTERS) {
            long found = target.isEmpty() ? text.length() + 1L : Searches.count(text, target);
            Capacity.text(text.length() + found * (replacement.length() - target.length()));
        }
        return StringValue.of(text.replace(target, replacement));
    }

    static Value strings(String[] parts) {
        List<Value> values = new ArrayList<>(parts.length);
        for (String part : parts) {
            values.add(StringValue.of(part));
        }
        return ArrayValue.of(values);
    }

    private static Iterator<Value> characters(String text) {
        return text.codePoints()
                .mapToObj(c -> (Value) StringValue.of(Character.toString(c)))
                .iterator();
    }

    static Value all(String text) {
        List<Value> all = new ArrayList<>();
        characters(text).forEachRemaining(all::add);
        return ArrayValue.of(all);
    }

    /** What to do with a character, two UTF-16 units for some, and the index of its first unit. */
    private interface EachCharacter {
        void accept(String character, int index);
    }

    private static void each(String text, EachCharacter action) {
        int length;
        for (int i = 0; i < text.length(); i += length) {
            length = Character.charCount(text.codePointAt(i));
            action.accept(text.substring(i, i + length), i);
        }
    }

    private static Value filter(String text, FunctionValue criteria) {
        StringBuilder kept = new StringBuilder();
        each(text, (character, index) -> {
            if (Calls.testIndexed(criteria, StringValue.of(character), index)) {
                kept.append(character);
            }
        });
        return StringValue.of(kept.toString());
    }

    private static Value mapString(String text, FunctionValue mapper) {
        StringBuilder mapped = new StringBuilder();
        each(
                text,
                (character, index) -> mapped.append(Texts.of(Calls.indexed(mapper, StringValue.of(character), index))));
        return StringValue.of(mapped.toString());
    }

    private static Value groupBy(String text, FunctionValue criteria) {
        Map<String, StringBuilder> groups = new LinkedHashMap<>();
        each(text, (character, index) -> {
            String id = Objects.groupName(Calls.indexed(criteria, StringValue.of(character), index));
            groups.computeIfAbsent(id, k -> new StringBuilder()).append(character);
        });
        List<Entry> entries = new ArrayList<>();
        groups.forEach((id, part) -> entries.add(Entry.of(id, StringValue.of(part.toString()))));
        return ObjectValue.of(entries);
    }

    private static Value repeat(String text, int times) {
        if (times > 0 && text.length() * (long) times > LONGEST) {
            throw tooLong("repeat", text.length() * (long) times);
        }
        return StringValue.of(text.repeat(Math.max(0, times)));
    }

    private static EvaluationException tooLong(String function, long length) {
        return EvaluationException.capacity(
                "TOO-LONG",
                function + ": the text would have " + length + " characters",
                "texts are made up to " + LONGEST + " characters");
    }

    private static Value fromCharCode(int code) {
        if (!Character.isValidCodePoint(code)) {
            throw Errors.argument(
                    "fromCharCode", code + " is no code point; they go from 0 to " + Character.MAX_CODE_POINT);
        }
        return StringValue.of(Character.toString(code));
    }

    private static Value substring(String text, int from, int until) {
        int start = Math.clamp(from, 0, text.length());
        int end = Math.clamp(until, start, text.length());
        return StringValue.of(text.substring(start, end));
    }

    private static Value pad(String text, int size, String with, boolean left) {
        int missing = size - text.length();
        if (missing <= 0 || with.isEmpty()) {
            return StringValue.of(text);
        }
        if ((long) missing * with.length() > LONGEST) {
            throw tooLong(left ? "leftPad" : "rightPad", (long) missing * with.length());
        }
        String padding = with.repeat(missing);
        return StringValue.of(left ? padding + text : text + padding);
    }

    private static Value charCode(String text, int position) {
        if (position < 0 || position >= text.length()) {
            throw Errors.argument(
                    "charCodeAt",
                    "there is no character " + position + " in '" + Renderings.brief(StringValue.of(text)) + "'");
        }
        return LongNumber.of(text.codePointAt(position));
    }

    private static Value all(String text, IntPredicate test) {
        return BooleanValue.of(!text.isEmpty() && text.codePoints().allMatch(test));
    }

    /** Runs of the same character. */
    private static Value collapse(String text) {
        List<Value> runs = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) != text.charAt(start)) {
                if (i > start) {
                    runs.add(StringValue.of(text.substring(start, i)));
                }
                start = i;
            }
        }
        return ArrayValue.of(runs);
    }

    private static Value words(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() ? ArrayValue.EMPTY : strings(stripped.split("\\s+"));
    }

    private static int levenshtein(String a, String b) {
        if ((long) a.length() * b.length() > MOST_CELLS) {
            throw EvaluationException.capacity(
                    "TOO-LONG",
                    "levenshteinDistance: the texts have " + a.length() + " and " + b.length() + " characters",
                    "the product of both lengths may be up to " + MOST_CELLS);
        }
        int[] previous = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            Watch.check();
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                current[j] = Math.min(Math.min(current[j - 1], previous[j]) + 1, previous[j - 1] + cost);
            }
            int[] spare = previous;
            previous = current;
            current = spare;
        }
        return previous[b.length()];
    }

    private static Value hamming(String a, String b) {
        if (a.length() != b.length()) {
            return NullValue.NULL;
        }
        long differences = 0;
        for (int i = 0; i < a.length(); i++) {
            differences += a.charAt(i) == b.charAt(i) ? 0 : 1;
        }
        return NumberValue.of(differences);
    }
}
