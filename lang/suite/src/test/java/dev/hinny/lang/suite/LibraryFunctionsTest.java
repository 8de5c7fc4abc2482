package dev.hinny.lang.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.base.SourceText;
import dev.hinny.lang.front.Directive;
import dev.hinny.lang.front.Parser;
import dev.hinny.lang.front.StandardLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
