package dev.hinny.lang.engine.library;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plurals and singulars of English nouns, by rules of endings and lists of exceptions; the case of what stays is kept. */
final class Inflections {
    private static final Set<String> UNCOUNTABLE = Set.of(
            "data",
            "deer",
            "equipment",
            "fish",
            "information",
            "jeans",
            "money",
            "news",
            "police",
            "rice",
            "series",
            "sheep",
            "species");

    private static final Map<String, String> IRREGULAR = Map.ofEntries(
            Map.entry("child", "children"),
            Map.entry("foot", "feet"),
            Map.entry("goose", "geese"),
            Map.entry("leaf", "leaves"),
            Map.entry("loaf", "loaves"),
            Map.entry("man", "men"),
            Map.entry("move", "moves"),
            Map.entry("movie", "movies"),
            Map.entry("cookie", "cookies"),
            Map.entry("ox", "oxen"),
            Map.entry("person", "people"),
            Map.entry("quiz", "quizzes"),
            Map.entry("thief", "thieves"),
            Map.entry("tie", "ties"),
            Map.entry("tooth", "teeth"),
            Map.entry("woman", "women"),
            Map.entry("zombie", "zombies"));

    private static final List<Rule> PLURAL = List.of(
            Rule.of("([ml])ouse$", "$1ice"),
            Rule.of("(matr|vert|append)(?:ix|ex)$", "$1ices"),
            Rule.of("(hero|potato|tomato|echo|veto|torpedo|buffalo)$", "$1es"),
            Rule.of("(s|x|z|ch|sh)is$", "$1es"),
            Rule.of("([^f])fe$", "$1ves"),
            Rule.of("([aeo]l|[aeo]ar|[^aeiou]el|ar)f$", "$1ves"),
            Rule.of("([^aeiou]|qu)y$", "$1ies"),
            Rule.of("sis$", "ses"),
            Rule.of("(datum|medi|bacteri|curricul)um$", "$1a"),
            Rule.of("(s|x|z|ch|sh)$", "$1es"),
            Rule.of("$", "s"));

    private static final List<Rule> SINGULAR = List.of(
            Rule.of("([ml])ice$", "$1ouse"),
            Rule.of("(matr|append)ices$", "$1ix"),
            Rule.of("vertices$", "vertex"),
            Rule.of("(hero|potato|tomato|echo|veto|torpedo|buffalo)es$", "$1"),
            Rule.of("(analy|ba|diagno|parenthe|progno|synop|the|cri)ses$", "$1sis"),
            Rule.of("(li|wi|kni)ves$", "$1fe"),
            Rule.of("([aeo]l|ar)ves$", "$1f"),
            Rule.of("([^aeiou]|qu)ies$", "$1y"),
            Rule.of("(ss|x|zz|ch|sh)es$", "$1"),
            Rule.of("(bus|alias|status|gas|virus|campus|bonus|lens|address)es$", "$1"),
            Rule.of("(ss|us|is)$", "$1"),
            Rule.of("s$", ""));

    private Inflections() {}

    private record Rule(Pattern ending, String replacement) {
        static Rule of(String ending, String replacement) {
            return new Rule(Pattern.compile(ending, Pattern.CASE_INSENSITIVE), replacement);
        }
    }

    static String plural(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (word.isEmpty() || UNCOUNTABLE.contains(lower) || IRREGULAR.containsValue(lower)) {
            return word;
        }
        String irregular = IRREGULAR.get(lower);
        return irregular == null ? apply(PLURAL, word) : likeIn(word, irregular);
    }

    static String singular(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (UNCOUNTABLE.contains(lower) || IRREGULAR.containsKey(lower)) {
            return word;
        }
        for (Map.Entry<String, String> pair : IRREGULAR.entrySet()) {
            if (pair.getValue().equals(lower)) {
                return likeIn(word, pair.getKey());
            }
        }
        return apply(SINGULAR, word);
    }

    private static String apply(List<Rule> rules, String word) {
        for (Rule rule : rules) {
            Matcher matcher = rule.ending().matcher(word);
            if (matcher.find()) {
                return matcher.replaceFirst(rule.replacement());
            }
        }
        return word;
    }

    /** With a capital where the word has one. */
    private static String likeIn(String word, String other) {
        return Character.isUpperCase(word.charAt(0))
                ? Character.toUpperCase(other.charAt(0)) + other.substring(1)
                : other;
    }
}
