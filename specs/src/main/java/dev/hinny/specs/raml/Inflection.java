package dev.hinny.specs.raml;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The functions that template parameters may pass through (RAML 1.0 section "Resource Type and Trait Parameters"). */
final class Inflection {
    private static final Map<String, String> IRREGULAR = Map.ofEntries(
            Map.entry("person", "people"),
            Map.entry("man", "men"),
            Map.entry("woman", "women"),
            Map.entry("child", "children"),
            Map.entry("foot", "feet"),
            Map.entry("tooth", "teeth"),
            Map.entry("goose", "geese"),
            Map.entry("mouse", "mice"),
            Map.entry("ox", "oxen"),
            Map.entry("datum", "data"),
            Map.entry("medium", "media"),
            Map.entry("criterion", "criteria"),
            Map.entry("move", "moves"),
            Map.entry("quiz", "quizzes"),
            Map.entry("index", "indices"),
            Map.entry("matrix", "matrices"),
            Map.entry("vertex", "vertices"));
    private static final List<String> SAME = List.of(
            "equipment",
            "information",
            "rice",
            "money",
            "species",
            "series",
            "fish",
            "sheep",
            "deer",
            "news",
            "status",
            "metadata");

    private Inflection() {}

    static Optional<String> apply(String function, String text) {
        return Optional.ofNullable(
                switch (function) {
                    case "singularize" -> word(text, Inflection::singular);
                    case "pluralize" -> word(text, Inflection::plural);
                    case "uppercase" -> text.toUpperCase(Locale.ROOT);
                    case "lowercase" -> text.toLowerCase(Locale.ROOT);
                    case "lowercamelcase" -> camel(text, false);
                    case "uppercamelcase" -> camel(text, true);
                    case "lowerunderscorecase" -> joined(text, "_").toLowerCase(Locale.ROOT);
                    case "upperunderscorecase" -> joined(text, "_").toUpperCase(Locale.ROOT);
                    case "lowerhyphencase" -> joined(text, "-").toLowerCase(Locale.ROOT);
                    case "upperhyphencase" -> joined(text, "-").toUpperCase(Locale.ROOT);
                    default -> null;
                });
    }

    private static String word(String text, java.util.function.UnaryOperator<String> change) {
        int start = text.length();
        while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        for (int i = text.length() - 1; i > start; i--) {
            if (Character.isUpperCase(text.charAt(i)) && Character.isLowerCase(text.charAt(i - 1))) {
                start = i;
                break;
            }
        }
        String last = text.substring(start);
        if (last.isEmpty()) {
            return text;
        }
        String lower = last.toLowerCase(Locale.ROOT);
        String changed = SAME.contains(lower) ? lower : change.apply(lower);
        int common = 0;
        while (common < lower.length() && common < changed.length() && lower.charAt(common) == changed.charAt(common)) {
            common++;
        }
        String tail = changed.substring(common);
        boolean shout = last.length() > 1 && last.equals(last.toUpperCase(Locale.ROOT));
        return text.substring(0, start) + last.substring(0, common) + (shout ? tail.toUpperCase(Locale.ROOT) : tail);
    }

    private static String plural(String s) {
        String known = IRREGULAR.get(s);
        if (known != null) {
            return known;
        }
        if (IRREGULAR.containsValue(s)
                || s.endsWith("s") && !s.endsWith("ss") && !s.endsWith("us") && !s.endsWith("is")) {
            return s;
        }
        if (s.endsWith("is")) {
            return s.substring(0, s.length() - 2) + "es";
        }
        if (s.endsWith("y") && s.length() > 1 && "aeiou".indexOf(s.charAt(s.length() - 2)) < 0) {
            return s.substring(0, s.length() - 1) + "ies";
        }
        if (s.endsWith("s") || s.endsWith("x") || s.endsWith("z") || s.endsWith("ch") || s.endsWith("sh")) {
            return s + "es";
        }
        return s + "s";
    }

    private static String singular(String s) {
        for (Map.Entry<String, String> e : IRREGULAR.entrySet()) {
            if (e.getValue().equals(s)) {
                return e.getKey();
            }
        }
        if (s.endsWith("ies") && s.length() > 4) {
            return s.equals("movies") || s.equals("cookies")
                    ? s.substring(0, s.length() - 1)
                    : s.substring(0, s.length() - 3) + "y";
        }
        if (s.endsWith("statuses")
                || s.endsWith("buses")
                || s.endsWith("aliases")
                || s.endsWith("sses")
                || s.endsWith("shes")
                || s.endsWith("ches")
                || s.endsWith("xes")
                || s.endsWith("zzes")) {
            return s.substring(0, s.length() - 2);
        }
        if (s.endsWith("analyses") || s.endsWith("bases") && s.length() > 8 || s.endsWith("crises")) {
            return s.substring(0, s.length() - 2) + "is";
        }
        if (s.endsWith("s") && !s.endsWith("ss") && !s.endsWith("us") && !s.endsWith("is") && s.length() > 1) {
            return s.substring(0, s.length() - 1);
        }
        return s;
    }

    private static String camel(String text, boolean upper) {
        String joined = words(text).stream()
                .map(w -> Character.toUpperCase(w.charAt(0)) + w.substring(1))
                .collect(Collectors.joining());
        if (joined.isEmpty() || upper) {
            return joined;
        }
        return Character.toLowerCase(joined.charAt(0)) + joined.substring(1);
    }

    private static String joined(String text, String separator) {
        return String.join(separator, words(text));
    }

    private static List<String> words(String text) {
        List<String> found = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean separator = c == '-' || c == '_' || Character.isWhitespace(c);
            boolean hump = Character.isUpperCase(c) && i > 0 && !Character.isUpperCase(text.charAt(i - 1));
            if ((separator || hump) && !word.isEmpty()) {
                found.add(word.toString());
                word.setLength(0);
            }
            if (!separator) {
                word.append(c);
            }
        }
        if (!word.isEmpty()) {
            found.add(word.toString());
        }
        return found;
    }
}
