package dev.hinny.lang.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.lang.front.StandardLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The library has every function that the language's documentation tells of, each with examples, and {@code
 * docs/functions.md} lists them.
 */
class FunctionListTest {
    private static final Path DOCUMENTED = Path.of("src/test/resources/functions.txt");

    @Test
    void everyDocumentedFunctionIsThereWithItsParameters() throws IOException {
        List<String> documented = Files.readAllLines(DOCUMENTED).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
        Map<String, Map<String, LibraryFunction>> modules = new HashMap<>();
        List<String> missing = new ArrayList<>();
        for (String line : documented) {
            String module = line.substring(0, line.indexOf(' '));
            String call = line.substring(module.length() + 1);
            String name = call.replaceFirst("\\(.*", "");
            LibraryFunction function =
                    modules.computeIfAbsent(module, LibraryFunction::of).get(name);
            boolean there = function != null
                    && (call.equals(name)
                            || function.overloads().stream().anyMatch(o -> call.equals(name + o.names())));
            if (!there) {
                missing.add(line);
            }
        }
        assertThat(documented).hasSizeGreaterThan(400);
        assertThat(missing).isEmpty();
    }

    @Test
    void everyFunctionHasASentenceAndAnExample() {
        List<String> lacking = new ArrayList<>();
        for (String module : StandardLibrary.modules()) {
            LibraryFunction.of(module).forEach((name, function) -> {
                if (function.documentation().examples().isEmpty()
                        || function.sentence().isEmpty()) {
                    lacking.add(module + "::" + name);
                }
            });
        }
        assertThat(lacking).isEmpty();
    }

    @Test
    void pageListsTheLibrary() throws IOException {
        new Page("functions.md").check(page());
    }

    private static String page() {
        StringBuilder page = new StringBuilder("# Functions of the language\n\n");
        page.append("Written by a test from the comments in `lang/front/src/main/dwl`; the examples there are tests"
                + " too.\n");
        int functions = 0;
        int examples = 0;
        for (String module : StandardLibrary.modules()) {
            Map<String, LibraryFunction> all = LibraryFunction.of(module);
            if (!all.isEmpty()) {
                page.append("\n## `").append(module).append("`\n\n");
                page.append("| function | what it gives | examples |\n|---|---|---|\n");
            }
            for (LibraryFunction function : all.values()) {
                functions++;
                examples += function.documentation().examples().size();
                page.append(row(function));
            }
        }
        return page + "\n" + functions + " functions, " + examples + " examples.\n";
    }

    private static String row(LibraryFunction function) {
        String signatures = function.overloads().stream()
                .map(o -> "`" + Page.cell(o.signature()) + "`")
                .collect(Collectors.joining("<br>"));
        return "| " + signatures + " | " + Page.cell(function.sentence()) + " | "
                + function.documentation().examples().size() + " |\n";
    }
}
