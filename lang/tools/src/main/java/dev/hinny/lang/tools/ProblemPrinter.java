package dev.hinny.lang.tools;

import dev.hinny.base.Problem;
import dev.hinny.base.SourceText;
import dev.hinny.lang.front.StandardLibrary;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shows problems with their line and a caret, whichever of the texts they are in. */
public final class ProblemPrinter {
    private final List<SourceText> texts;

    public ProblemPrinter(List<SourceText> texts) {
        this.texts = List.copyOf(texts);
    }

    static ProblemPrinter of(SourceText script, Folders folders) {
        return new ProblemPrinter(
                Stream.concat(Stream.of(script), folders.texts().stream()).toList());
    }

    public String print(Problem problem) {
        SourceText text = problem.place() == null ? null : text(problem.place().source());
        return text == null ? problem.line() : problem.render(text);
    }

    private @Nullable SourceText text(String name) {
        for (SourceText text : texts) {
            if (text.name().equals(name)) {
                return text;
            }
        }
        String module = name.endsWith(".dwl")
                ? name.substring(0, name.length() - ".dwl".length()).replace("/", "::")
                : name;
        SourceText library = StandardLibrary.source(module);
        return library != null && Objects.equals(library.name(), name) ? library : null;
    }
}
