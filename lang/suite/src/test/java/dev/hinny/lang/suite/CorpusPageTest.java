package dev.hinny.lang.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.lang.front.StandardLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The corpus has every production of the grammar, and {@code docs/language-corpus.md} tells how much there is of what. A new
 * case need not touch the page: its numbers are lower bounds, its rows those that there are.
 */
class CorpusPageTest {
    private static final Path CASES = Path.of("src/test/resources/cases");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    @Test
    void everyProductionOfTheGrammarIsInACase() throws IOException {
        Set<Object> seen = Productions.in(CASES);
        assertThat(Productions.all()).allSatisfy((kind, all) -> assertThat(seen).containsAll(all));
    }

    @Test
    void pageTellsWhatTheCorpusHas() throws IOException {
        String content = page();
        String written = new Page("language-corpus.md").written(content);
        assertThat(NUMBER.matcher(written).replaceAll("N"))
                .as("the rows of docs/language-corpus.md; -Dhinny.docs=write rewrites it")
                .isEqualTo(NUMBER.matcher(content).replaceAll("N"));
        List<Integer> there = numbers(content);
        List<Integer> told = numbers(written);
        assertThat(told)
                .as("docs/language-corpus.md tells of more than there is; -Dhinny.docs=write rewrites it")
                .zipSatisfy(there, (said, found) -> assertThat(said).isLessThanOrEqualTo(found));
    }

    private static List<Integer> numbers(String page) {
        return NUMBER.matcher(page)
                .results()
                .map(r -> Integer.valueOf(r.group()))
                .toList();
    }

    private static String page() throws IOException {
        StringBuilder page = new StringBuilder("""
            # The corpus of the language

            Written by a test from what is there, as lower bounds: a new case is in the table after the next writing. What a case is,
            and how another implementation can run them all, says [the corpus](../lang/suite/README.md).

            """);
        List<Path> folders = folders();
        page.append(topics(folders)).append('\n').append(formats(folders)).append('\n');
        page.append(functions()).append('\n').append(grammar());
        return page.toString();
    }

    private static List<Path> folders() throws IOException {
        try (Stream<Path> files = Files.walk(CASES)) {
            return files.filter(f -> f.endsWith("transform.dwl"))
                    .map(Path::getParent)
                    .sorted()
                    .toList();
        }
    }

    /** Rows of numbers by what they count, and their sum. */
    private static final class Table {
        private final String title;
        private final String first;
        private final List<String> columns;
        private final Map<String, int[]> rows = new TreeMap<>();

        Table(String title, String first, String... columns) {
            this.title = title;
            this.first = first;
            this.columns = List.of(columns);
        }

        void count(String row, String column, int more) {
            rows.computeIfAbsent(row, r -> new int[columns.size()])[columns.indexOf(column)] += more;
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder("## " + title + "\n\n");
            text.append("| ").append(first).append(" | ").append(String.join(" | ", columns));
            text.append(" |\n|---").append("|---:".repeat(columns.size())).append("|\n");
            int[] sums = new int[columns.size()];
            Map<String, int[]> all = new LinkedHashMap<>(rows);
            all.put("all", sums);
            all.forEach((row, numbers) -> {
                text.append("| ").append(row);
                for (int i = 0; i < numbers.length; i++) {
                    text.append(" | ").append(numbers[i]);
                    sums[i] += row.equals("all") ? 0 : numbers[i];
                }
                text.append(" |\n");
            });
            return text.toString();
        }
    }

    private static Table topics(List<Path> folders) {
        Table table = new Table("Cases by topic", "topic", "cases", "of these, errors");
        for (Path folder : folders) {
            String topic = folder.getParent().getFileName().toString();
            table.count(topic, "cases", 1);
            table.count(topic, "of these, errors", Files.exists(folder.resolve("error.txt")) ? 1 : 0);
        }
        return table;
    }

    /** A case counts for its own documents; what a script reads or writes besides is not looked at. */
    private static Table formats(List<Path> folders) throws IOException {
        Table table = new Table("Cases by format", "ending", "read", "written");
        for (Path folder : folders) {
            for (String ending : endings(folder, "in.")) {
                table.count(ending, "read", 1);
            }
            for (String ending : endings(folder, "out.")) {
                table.count(ending, "written", 1);
            }
        }
        return table;
    }

    private static Set<String> endings(Path folder, String prefix) throws IOException {
        Set<String> endings = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(f -> f.getFileName().toString().startsWith(prefix))
                    .forEach(f -> endings.add(RunCorpus.ending(f)));
        }
        return endings;
    }

    private static Table functions() {
        Table table = new Table("The library", "module", "functions", "overloads", "examples");
        for (String module : StandardLibrary.modules()) {
            for (LibraryFunction function : LibraryFunction.of(module).values()) {
                String row = "`" + module + "`";
                table.count(row, "functions", 1);
                table.count(row, "overloads", function.overloads().size());
                table.count(row, "examples", function.documentation().examples().size());
            }
        }
        return table;
    }

    private static Table grammar() throws IOException {
        Table table = new Table("Productions of the grammar", "of these", "there are", "in a case");
        Set<Object> seen = Productions.in(CASES);
        Productions.all().forEach((kind, all) -> {
            table.count(kind, "there are", all.size());
            table.count(
                    kind, "in a case", (int) all.stream().filter(seen::contains).count());
        });
        return table;
    }
}
