package dev.hinny.lang.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.base.SourceText;
import dev.hinny.lang.front.Directive;
import dev.hinny.lang.front.Document;
import dev.hinny.lang.front.Documentation;
import dev.hinny.lang.front.Parser;
import dev.hinny.lang.front.StandardLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The library has every function that the language's documentation has a page for, each with examples, and {@code
 * docs/functions.md} lists them. With {@code -Dhinny.docs=write} the page is written.
 */
class FunctionListTest {
    private static final Path ROOT =
            Path.of(System.getProperty("hinny.root", "../..")).toAbsolutePath().normalize();
    private static final Path PAGE = ROOT.resolve("docs/functions.md");
    private static final Path DOCUMENTED = Path.of("src/test/resources/documented-functions.txt");

    /** A function of the library: its overloads as they are written, and what is said of it. */
    private record Function(List<String> signatures, Documentation documentation) {
        String sentence() {
            String text = documentation.text().lines().findFirst().orElse("");
            int end = text.indexOf(". ");
            return end < 0 ? text : text.substring(0, end + 1);
        }
    }

    @Test
    void allDocumentedFunctionsAreThere() throws IOException {
        Map<String, Map<String, Function>> modules = new TreeMap<>();
        List<String> missing = new ArrayList<>();
        for (String line : Files.readAllLines(DOCUMENTED)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.split(" ");
                if (!modules.computeIfAbsent(parts[0], FunctionListTest::functions)
                        .containsKey(parts[1])) {
                    missing.add(line);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyFunctionHasASentenceAndAnExample() {
        List<String> lacking = new ArrayList<>();
        for (String module : StandardLibrary.modules()) {
            functions(module).forEach((name, function) -> {
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
        String page = page();
        if (System.getProperty("hinny.docs", "check").equals("write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).as("-Dhinny.docs=write rewrites it").hasContent(page);
    }

    private static String page() {
        StringBuilder page = new StringBuilder("# Functions of the language\n\n");
        page.append("Written by a test from the comments in `lang/front/src/main/dwl`; the examples there are tests"
                + " too.\n");
        int functions = 0;
        int examples = 0;
        for (String module : StandardLibrary.modules()) {
            Map<String, Function> all = functions(module);
            if (!all.isEmpty()) {
                page.append("\n## `").append(module).append("`\n\n");
                page.append("| function | what it gives | examples |\n|---|---|---|\n");
            }
            for (Function function : all.values()) {
                functions++;
                examples += function.documentation().examples().size();
                page.append("| ")
                        .append(String.join("<br>", function.signatures()))
                        .append(" | ")
                        .append(cell(function.sentence()))
                        .append(" | ")
                        .append(function.documentation().examples().size())
                        .append(" |\n");
            }
        }
        return page.append("\n")
                .append(functions)
                .append(" functions, ")
                .append(examples)
                .append(" examples.\n")
                .toString();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    private static Map<String, Function> functions(String module) {
        SourceText source = StandardLibrary.source(module);
        if (source == null) {
            return Map.of();
        }
        Document document = Parser.parse(source).document();
        Map<String, Function> functions = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Directive directive : document.header()) {
            if (directive instanceof Directive.Function function && !isInternal(function)) {
                Documentation said = Documentation.of(document, directive, source.text());
                Function known = functions.computeIfAbsent(
                        name(function), n -> new Function(new ArrayList<>(), Documentation.NONE));
                known.signatures().add(signature(function, source.text()));
                if (known.documentation() == Documentation.NONE && said != Documentation.NONE) {
                    functions.put(name(function), new Function(known.signatures(), said));
                }
            }
        }
        return functions;
    }

    private static boolean isInternal(Directive.Function function) {
        return function.annotations().stream().anyMatch(a -> a.name().name().equals("Internal"));
    }

    /** Symbols stand under names in the source. */
    private static String name(Directive.Function function) {
        String name = function.name().text();
        return Objects.requireNonNull(
                Map.of("plusplus", "++", "minusminus", "--").getOrDefault(name, name));
    }

    private static String signature(Directive.Function function, String source) {
        String head = source.substring(
                function.name().span().endOffset(), function.body().span().startOffset());
        String text = name(function) + head.strip().replaceFirst("\\s*=$", "").replaceAll("\\s+", " ");
        return "`" + cell(text) + "`";
    }
}
