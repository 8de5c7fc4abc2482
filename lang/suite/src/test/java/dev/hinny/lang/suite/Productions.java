package dev.hinny.lang.suite;

import dev.hinny.base.SourceText;
import dev.hinny.lang.front.BinaryOperator;
import dev.hinny.lang.front.Expression;
import dev.hinny.lang.front.Node;
import dev.hinny.lang.front.Parser;
import dev.hinny.lang.front.Selector;
import dev.hinny.lang.front.TypeExpression;
import dev.hinny.lang.front.UnaryOperator;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The productions of the grammar, and those that scripts have: kinds of nodes, operators, selectors. */
final class Productions {
    private static final Set<Class<?>> ONLY_IN_BROKEN_SCRIPTS =
            Set.of(Expression.Missing.class, TypeExpression.Missing.class);

    private final Set<Object> seen = new LinkedHashSet<>();
    private final Map<Class<?>, List<Method>> accessors = new HashMap<>();

    private Productions() {}

    /** All productions by what they are. */
    static Map<String, List<?>> all() {
        Map<String, List<?>> all = new LinkedHashMap<>();
        all.put("kinds of nodes", kinds(Node.class));
        all.put("binary operators", List.of(BinaryOperator.values()));
        all.put("unary operators", List.of(UnaryOperator.values()));
        all.put("selectors", List.of(Selector.Kind.values()));
        all.put("marks of presence", List.of(Expression.Presence.values()));
        return all;
    }

    /** The productions in the scripts below a folder. */
    static Set<Object> in(Path folder) throws IOException {
        Productions found = new Productions();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".dwl")).toList()) {
                found.visit(Parser.parse(new SourceText(file.toString(), Files.readString(file)))
                        .document());
            }
        }
        return found.seen;
    }

    private void visit(Object part) {
        switch (part) {
            case List<?> list -> list.forEach(this::visit);
            case Enum<?> constant -> seen.add(constant);
            case Record node -> {
                seen.add(node.getClass());
                for (Method accessor : accessors.computeIfAbsent(node.getClass(), Productions::accessors)) {
                    try {
                        Object child = accessor.invoke(node);
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

    private static List<Method> accessors(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getAccessor)
                .toList();
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
