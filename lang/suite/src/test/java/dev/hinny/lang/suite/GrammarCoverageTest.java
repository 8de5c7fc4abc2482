package dev.hinny.lang.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.base.SourceText;
import dev.hinny.lang.front.BinaryOperator;
import dev.hinny.lang.front.Document;
import dev.hinny.lang.front.Expression;
import dev.hinny.lang.front.Node;
import dev.hinny.lang.front.Parser;
import dev.hinny.lang.front.Selector;
import dev.hinny.lang.front.TypeExpression;
import dev.hinny.lang.front.UnaryOperator;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every production of the grammar stands in at least one case of the corpus: each kind of node, operator and selector. */
class GrammarCoverageTest {
    private static final Path CASES = Path.of("src/test/resources/cases");
    private static final Set<Class<?>> ONLY_IN_BROKEN_SCRIPTS =
            Set.of(Expression.Missing.class, TypeExpression.Missing.class);

    private final Set<Object> seen = new LinkedHashSet<>();

    @Test
    void everyKindOfNodeIsInACase() throws IOException {
        visitAllCases();
        assertThat(missing(kinds(Node.class))).isEmpty();
    }

    @Test
    void everyOperatorAndSelectorIsInACase() throws IOException {
        visitAllCases();
        assertThat(missing(List.of(BinaryOperator.values()))).isEmpty();
        assertThat(missing(List.of(UnaryOperator.values()))).isEmpty();
        assertThat(missing(List.of(Selector.Kind.values()))).isEmpty();
        assertThat(missing(List.of(Expression.Presence.values()))).isEmpty();
    }

    private List<?> missing(List<?> wanted) {
        return wanted.stream().filter(one -> !seen.contains(one)).toList();
    }

    private void visitAllCases() throws IOException {
        try (Stream<Path> files = Files.walk(CASES)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".dwl")).toList()) {
                Document document = Parser.parse(new SourceText(file.toString(), Files.readString(file)))
                        .document();
                visit(document);
            }
        }
    }

    private void visit(Object part) {
        switch (part) {
            case List<?> list -> list.forEach(this::visit);
            case Enum<?> constant -> seen.add(constant);
            case Record node -> {
                seen.add(node.getClass());
                for (RecordComponent component : node.getClass().getRecordComponents()) {
                    try {
                        Object child = component.getAccessor().invoke(node);
                        if (child != null) {
                            visit(child);
                        }
                    } catch (ReflectiveOperationException e) {
                        throw new AssertionError(e);
                    }
                }
            }
            default -> {}
        }
    }

    /** The records below a sealed interface. */
    private static List<Class<?>> kinds(Class<?> type) {
        if (!type.isSealed()) {
            return ONLY_IN_BROKEN_SCRIPTS.contains(type) ? List.of() : List.of(type);
        }
        return Arrays.stream(type.getPermittedSubclasses())
                .flatMap(kind -> kinds(kind).stream())
                .toList();
    }
}
