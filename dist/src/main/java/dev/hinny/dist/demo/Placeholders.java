package dev.hinny.dist.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the names in double braces stand for. */
final class Placeholders {
    private static final Pattern NAME = Pattern.compile("\\{\\{([^}]+)}}");

    private final Map<String, String> values = new LinkedHashMap<>();

    void put(String name, String value) {
        values.put(name, value);
    }

    String get(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("nothing is known of {{" + name + "}}: known are " + values.keySet());
        }
        return value;
    }

    String fill(String text) {
        Matcher matcher = NAME.matcher(text);
        StringBuilder out = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(out, Matcher.quoteReplacement(get(matcher.group(1))));
        }
        return matcher.appendTail(out).toString();
    }
}
