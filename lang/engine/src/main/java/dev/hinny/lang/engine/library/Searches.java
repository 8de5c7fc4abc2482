package dev.hinny.lang.engine.library;

import static dev.hinny.lang.engine.library.Args.regex;
import static dev.hinny.lang.engine.library.Args.text;

import dev.hinny.lang.engine.node.Calls;
import dev.hinny.lang.engine.operation.Texts;
import dev.hinny.lang.engine.type.Type;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.Capacity;
import dev.hinny.lang.engine.value.FunctionValue;
import dev.hinny.lang.engine.value.LongNumber;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.RegexValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finding, splitting and replacing in texts, by text or regular expression. */
final class Searches implements NativeFamily {
    @Override
    public String name() {
        return "searches";
    }

    @Override
    public @Nullable NativeFunction find(String name) {
        return switch (name) {
            case "containsText" -> a -> BooleanValue.of(text(a[0]).contains(text(a[1])));
            case "containsRegex" ->
                a -> Matching.run(
                        regex(a[1]),
                        () -> BooleanValue.of(
                                Matching.matcher(regex(a[1]), text(a[0])).find()));
            case "findText" -> a -> findText(text(a[0]), text(a[1]));
            case "findRegex" -> a -> Matching.run(regex(a[1]), () -> findRegex(text(a[0]), regex(a[1])));
            case "indexOf" -> a -> LongNumber.of(text(a[0]).indexOf(text(a[1])));
            case "lastIndexOf" -> a -> LongNumber.of(text(a[0]).lastIndexOf(text(a[1])));
            case "match" -> a -> Matching.run(regex(a[1]), () -> match(text(a[0]), regex(a[1])));
            case "matches" ->
                a -> Matching.run(
                        regex(a[1]),
                        () -> BooleanValue.of(
                                Matching.matcher(regex(a[1]), text(a[0])).matches()));
            case "scan" -> a -> Matching.run(regex(a[1]), () -> scan(text(a[0]), regex(a[1])));
            case "splitText" -> a -> splitText(text(a[0]), text(a[1]));
            case "splitRegex" -> a -> Matching.run(regex(a[1]), () -> splitRegex(text(a[0]), regex(a[1])));
            case "replace" -> a -> new Replacement(text(a[0]), a[1]);
            case "countText" -> a -> LongNumber.of(count(text(a[0]), text(a[1])));
            case "countRegex" ->
                a -> Matching.run(
                        regex(a[1]),
                        () -> LongNumber.of(Matching.matcher(regex(a[1]), text(a[0]))
                                .results()
                                .count()));
            default -> null;
        };
    }

    static long count(String text, String part) {
        long count = 0;
        if (!part.isEmpty()) {
            for (int i = text.indexOf(part); i >= 0; i = text.indexOf(part, i + part.length())) {
                count++;
            }
        }
        return count;
    }

    private static Value findText(String text, String part) {
        List<Value> found = new ArrayList<>();
        if (!part.isEmpty()) {
            for (int i = text.indexOf(part); i >= 0; i = text.indexOf(part, i + 1)) {
                found.add(LongNumber.of(i));
            }
        }
        return ArrayValue.of(found);
    }

    private static Value findRegex(String text, Pattern pattern) {
        List<Value> found = new ArrayList<>();
        Matcher matcher = Matching.matcher(pattern, text);
        while (matcher.find()) {
            List<Value> places = new ArrayList<>();
            for (int i = 0; i <= matcher.groupCount(); i++) {
                places.add(LongNumber.of(matcher.start(i)));
            }
            found.add(ArrayValue.of(places));
        }
        return ArrayValue.of(found);
    }

    private static Value groups(Matcher matcher) {
        List<Value> groups = new ArrayList<>();
        for (int i = 0; i <= matcher.groupCount(); i++) {
            String group = matcher.group(i);
            groups.add(group == null ? NullValue.NULL : StringValue.of(group));
        }
        return ArrayValue.of(groups);
    }

    private static Value match(String text, Pattern pattern) {
        Matcher matcher = Matching.matcher(pattern, text);
        return matcher.matches() ? groups(matcher) : ArrayValue.EMPTY;
    }

    private static Value scan(String text, Pattern pattern) {
        List<Value> found = new ArrayList<>();
        Matcher matcher = Matching.matcher(pattern, text);
        while (matcher.find()) {
            found.add(groups(matcher));
        }
        return ArrayValue.of(found);
    }

    private static Value splitText(String text, String separator) {
        if (separator.isEmpty()) {
            return text.isEmpty() ? ArrayValue.of(List.of(StringValue.of(""))) : Strings.all(text);
        }
        List<Value> parts = new ArrayList<>();
        int start = 0;
        for (int i = text.indexOf(separator); i >= 0; i = text.indexOf(separator, start)) {
            parts.add(StringValue.of(text.substring(start, i)));
            start = i + separator.length();
        }
        parts.add(StringValue.of(text.substring(start)));
        return ArrayValue.of(parts);
    }

    /** As {@link Pattern#split}: no empty parts at the end, none in front for a match of nothing. */
    private static Value splitRegex(String text, Pattern pattern) {
        List<Value> parts = new ArrayList<>();
        Matcher matcher = Matching.matcher(pattern, text);
        int start = 0;
        while (matcher.find()) {
            if (matcher.end() > 0) {
                parts.add(StringValue.of(text.substring(start, matcher.start())));
                start = matcher.end();
            }
        }
        if (start == 0) {
            return ArrayValue.of(List.of(StringValue.of(text)));
        }
        parts.add(StringValue.of(text.substring(start)));
        while (!parts.isEmpty() && ((StringValue) parts.getLast()).text().isEmpty()) {
            parts.removeLast();
        }
        return ArrayValue.of(parts);
    }

    /** {@code text replace x}: waits for {@code with}. */
    private static final class Replacement implements FunctionValue {
        private final String text;
        private final Value target;

        Replacement(String text, Value target) {
            this.text = text;
            this.target = target;
        }

        @Override
        public String name() {
            return "replace";
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(new Parameter("replacer", new Type.Function(List.of(), Type.STRING), false));
        }

        @Override
        public Value call(Value... arguments) {
            Pattern pattern =
                    target instanceof RegexValue r ? r.pattern() : Pattern.compile(Texts.of(target), Pattern.LITERAL);
            Value by = arguments[0];
            Matcher matcher = Matching.matcher(pattern, text);
            StringBuilder replaced = new StringBuilder();
            long index = 0;
            while (Matching.run(pattern, matcher::find)) {
                Value with =
                        by instanceof FunctionValue f ? Calls.call(f, groups(matcher), LongNumber.of(index++)) : by;
                String replacement = Texts.of(with);
                matcher.appendReplacement(
                        replaced,
                        target instanceof RegexValue
                                ? references(replacement, matcher)
                                : Matcher.quoteReplacement(replacement));
                Capacity.text(replaced.length());
            }
            matcher.appendTail(replaced);
            return StringValue.of(replaced.toString());
        }

        /** {@code $1} in a replacement is the first group; other dollars are themselves. */
        private static String references(String replacement, Matcher matcher) {
            if (replacement.indexOf('$') < 0 && replacement.indexOf('\\') < 0) {
                return replacement;
            }
            StringBuilder safe = new StringBuilder();
            for (int i = 0; i < replacement.length(); i++) {
                char c = replacement.charAt(i);
                boolean group = c == '$'
                        && i + 1 < replacement.length()
                        && Character.isDigit(replacement.charAt(i + 1))
                        && replacement.charAt(i + 1) - '0' <= matcher.groupCount();
                safe.append(group || c != '$' && c != '\\' ? String.valueOf(c) : "\\" + c);
            }
            return safe.toString();
        }
    }
}
