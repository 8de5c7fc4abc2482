package dev.hinny.lang.engine.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Words in names: cases with humps, underscores and hyphens; English plurals and ordinals. */
final class Words {
    private static final Set<String> UNCOUNTABLE = Set.of(
            "equipment", "information", "rice", "money", "species", "series", "fish", "sheep", "deer", "news", "data");
    private static final Map<String, String> IRREGULAR = Map.of(
            "person",
            "people",
            "man",
            "men",
            "woman",
            "women",
            "child",
            "children",
            "foot",
            "feet",
            "tooth",
            "teeth",
            "goose",
            "geese",
            "mouse",
            "mice",
            "ox",
            "oxen");

    private Words() {}

    /** The words of a name, in lower case. */
    private static List<String> split(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean separator = c == '_' || c == '-' || Character.isWhitespace(c);
            boolean hump = Character.isUpperCase(c) && i > 0 && Character.isLowerCase(text.charAt(i - 1));
            if ((separator || hump) && !word.isEmpty()) {
                words.add(word.toString().toLowerCase(Locale.ROOT));
                word.setLength(0);
            }
            if (!separator) {
                word.append(c);
            }
        }
        if (!word.isEmpty()) {
            words.add(word.toString().toLowerCase(Locale.ROOT));
        }
        return words;
    }

    private static String upperFirst(String word) {
        return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    static String capitalize(String text) {
        return String.join(" ", split(text).stream().map(Words::upperFirst).toList());
    }

    static String camelize(String text) {
        List<String> words = split(text);
        StringBuilder joined = new StringBuilder();
        for (String word : words) {
            joined.append(joined.isEmpty() ? word : upperFirst(word));
        }
        return joined.toString();
    }

    static String joined(String text, char separator) {
        return String.join(String.valueOf(separator), split(text));
    }

    static String ordinalize(String number) {
        int length = number.length();
        char last = length == 0 ? '0' : number.charAt(length - 1);
        boolean teen = length > 1 && number.charAt(length - 2) == '1';
        return number + (teen ? "th" : last == '1' ? "st" : last == '2' ? "nd" : last == '3' ? "rd" : "th");
    }

    static String pluralize(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (word.isEmpty() || UNCOUNTABLE.contains(lower)) {
            return word;
        }
        String irregular = IRREGULAR.get(lower);
        if (irregular != null) {
            return irregular;
        }
        if (lower.endsWith("y") && lower.length() > 1 && "aeiou".indexOf(lower.charAt(lower.length() - 2)) < 0) {
            return word.substring(0, word.length() - 1) + "ies";
        }
        if (lower.endsWith("s")
                || lower.endsWith("x")
                || lower.endsWith("z")
                || lower.endsWith("ch")
                || lower.endsWith("sh")) {
            return word + "es";
        }
        if (lower.endsWith("fe")) {
            return word.substring(0, word.length() - 2) + "ves";
        }
        if (lower.endsWith("lf") || lower.endsWith("rf")) {
            return word.substring(0, word.length() - 1) + "ves";
        }
        return word + "s";
    }

    static String singularize(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (UNCOUNTABLE.contains(lower)) {
            return word;
        }
        for (Map.Entry<String, String> pair : IRREGULAR.entrySet()) {
            if (pair.getValue().equals(lower)) {
                return pair.getKey();
            }
        }
        if (lower.endsWith("ies") && lower.length() > 3) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (lower.endsWith("ves")) {
            return word.substring(0, word.length() - 3) + "f";
        }
        for (String ending : List.of("ses", "xes", "zes", "ches", "shes")) {
            if (lower.endsWith(ending)) {
                return word.substring(0, word.length() - 2);
            }
        }
        return lower.endsWith("s") && !lower.endsWith("ss") ? word.substring(0, word.length() - 1) : word;
    }
}
