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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The library has every documented function: {@code functions.txt} lists the overloads of level 2.6 and the later additions,
 * a module, a name and the parameters each, with a question mark behind those that have defaults.
 */
class LibraryFunctionsTest {
    private static final Path DOCUMENTED = Path.of("src/test/resources/functions.txt");

    @Test
    void everyDocumentedOverloadIsThereWithItsParameters() throws IOException {
        Set<String> ours = new LinkedHashSet<>();
        for (String module : StandardLibrary.modules()) {
            for (Directive.Function function : functions(module)) {
                ours.add(module + " " + signature(function));
            }
        }
        List<String> documented = Files.readAllLines(DOCUMENTED);
        assertThat(documented).hasSizeGreaterThan(370);
        assertThat(ours).containsAll(documented);
    }

    @Test
    void everyPublicFunctionHasAnExample() {
        List<String> bare = new ArrayList<>();
        for (String module : StandardLibrary.modules()) {
            SourceText source = Objects.requireNonNull(StandardLibrary.source(module));
            Document document = Parser.parse(source).document();
            Set<String> seen = new LinkedHashSet<>();
            Set<String> shown = new LinkedHashSet<>();
            for (Directive directive : document.header()) {
                if (directive instanceof Directive.Function function && !isInternal(function)) {
                    seen.add(function.name().text());
                    if (!Documentation.of(document, directive, source.text())
                            .examples()
                            .isEmpty()) {
                        shown.add(function.name().text());
                    }
                }
            }
            seen.removeAll(shown);
            seen.forEach(name -> bare.add(module + "::" + name));
        }
        assertThat(bare).isEmpty();
    }

    private static List<Directive.Function> functions(String module) {
        SourceText source = Objects.requireNonNull(StandardLibrary.source(module));
        return Parser.parse(source).document().header().stream()
                .filter(Directive.Function.class::isInstance)
                .map(Directive.Function.class::cast)
                .toList();
    }

    private static String signature(Directive.Function function) {
        return function.name().text()
                + function.parameters().stream()
                        .map(p -> p.name().text() + (p.defaultValue() == null ? "" : "?"))
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    private static boolean isInternal(Directive.Function function) {
        return function.annotations().stream().anyMatch(a -> a.name().name().equals("Internal"));
    }
}
