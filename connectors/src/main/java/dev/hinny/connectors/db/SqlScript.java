package dev.hinny.connectors.db;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a script at its semicolons; those in text, quoted names, comments and dollar quotes do not count. */
final class SqlScript {
    private static final Pattern PART = Pattern.compile(
            "'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|--[^\\n]*|/\\*.*?\\*/|(\\$[A-Za-z_]*\\$).*?\\1|(;)|.",
            Pattern.DOTALL);

    private SqlScript() {}

    static List<String> split(String script) {
        List<String> found = new ArrayList<>();
        int start = 0;
        Matcher matcher = PART.matcher(script);
        while (matcher.find()) {
            if (matcher.group(2) != null) {
                add(script.substring(start, matcher.start()), found);
                start = matcher.end();
            }
        }
        add(script.substring(start), found);
        return found;
    }

    private static void add(String statement, List<String> found) {
        boolean nothing = statement.replaceAll("--[^\\n]*", "").isBlank();
        if (!nothing) {
            found.add(statement.strip());
        }
    }
}
