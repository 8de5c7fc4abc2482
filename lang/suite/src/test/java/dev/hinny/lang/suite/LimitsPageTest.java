package dev.hinny.lang.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The page of limits says what the constants are. */
class LimitsPageTest {
    private static final Path ROOT = Path.of("../..");
    private static final Pattern ROW = Pattern.compile("\\| [^|]+ \\| ([^|]+) \\| .* \\| `(\\w+)\\.(\\w+)` \\|");

    @TestFactory
    Stream<DynamicTest> rows() throws IOException {
        List<Path> sources;
        try (Stream<Path> all = Files.walk(ROOT.resolve("lang"))) {
            sources = all.filter(
                            f -> f.toString().endsWith(".java") && f.toString().contains("src/main/"))
                    .toList();
        }
        return Files.readAllLines(ROOT.resolve("docs/language-limits.md")).stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .map(row -> DynamicTest.dynamicTest(
                        row.group(2) + "." + row.group(3),
                        () -> check(row.group(1), row.group(2), row.group(3), sources)));
    }

    private static void check(String limit, String type, String constant, List<Path> sources) throws IOException {
        Pattern declared = Pattern.compile("(?:static final )?\\w+ " + constant + " =\\s*([^;]+);");
        boolean found = false;
        for (Path source : sources) {
            if (source.endsWith(type + ".java")) {
                Matcher matcher = declared.matcher(Files.readString(source));
                found |= matcher.find() && says(limit, matcher.group(1));
            }
        }
        assertThat(found).as(type + "." + constant + " is " + limit).isTrue();
    }

    /** Whether the row names the number; what is computed when the program starts has a row in words. */
    private static boolean says(String limit, String expression) {
        String number = expression.replaceAll("[_L]|Duration\\.of\\w+\\(|\\)$", "");
        Matcher shifted = Pattern.compile("(\\d+) << (\\d+)").matcher(number);
        if (shifted.matches()) {
            number = String.valueOf(Long.parseLong(shifted.group(1)) << Integer.parseInt(shifted.group(2)));
        }
        return !number.matches("\\d+") || List.of(limit.split("[ ,]+")).contains(number);
    }
}
