package dev.hinny.lang.engine.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Words in names: cases with humps, underscores and hyphens; English ordinals. */
final class Words {
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
}
