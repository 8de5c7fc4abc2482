package dev.hinny.lang.suite;

import dev.hinny.base.SourceText;
import dev.hinny.lang.front.Directive;
import dev.hinny.lang.front.Document;
import dev.hinny.lang.front.Documentation;
import dev.hinny.lang.front.Parser;
import dev.hinny.lang.front.StandardLibrary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A function of the library: its overloads as they are written, and what is said of the first that has a comment. */
record LibraryFunction(List<Overload> overloads, Documentation documentation) {
    /**
     * One way to call it.
     *
     * @param names of the parameters, with a question mark behind those that have defaults
     */
    record Overload(String signature, String names) {}

    LibraryFunction {
        overloads = List.copyOf(overloads);
    }

    String sentence() {
        String text = documentation.text().lines().findFirst().orElse("");
        int end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end + 1);
    }

    private LibraryFunction with(Overload overload, Documentation said) {
        List<Overload> all = new ArrayList<>(overloads);
        all.add(overload);
        return new LibraryFunction(all, documentation == Documentation.NONE ? said : documentation);
    }

    /** The public functions of a module by name; none where there is no such module. */
    static Map<String, LibraryFunction> of(String module) {
        Map<String, LibraryFunction> functions = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        SourceText source = StandardLibrary.source(module);
        if (source == null) {
            return functions;
        }
        Document document = Parser.parse(source).document();
        for (Directive directive : document.header()) {
            if (directive instanceof Directive.Function function && !isInternal(function)) {
                Overload overload = new Overload(signature(function, source.text()), names(function));
                LibraryFunction known =
                        functions.getOrDefault(name(function), new LibraryFunction(List.of(), Documentation.NONE));
                functions.put(
                        name(function), known.with(overload, Documentation.of(document, directive, source.text())));
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

    private static String names(Directive.Function function) {
        return function.parameters().stream()
                .map(p -> p.name().text() + (p.defaultValue() == null ? "" : "?"))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String signature(Directive.Function function, String source) {
        String head = source.substring(
                function.name().span().endOffset(), function.body().span().startOffset());
        return name(function) + head.strip().replaceFirst("\\s*=$", "").replaceAll("\\s+", " ");
    }
}
