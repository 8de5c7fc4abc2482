package dev.hinny.specs;

import dev.hinny.base.Blame;
import dev.hinny.base.Problem;
import dev.hinny.base.Problems;
import dev.hinny.base.Severity;
import dev.hinny.base.SourceSpan;
import dev.hinny.specs.oas.OasReader;
import dev.hinny.specs.raml.RamlReader;
import java.util.List;
import java.util.Optional;

/** Reads a specification in whatever language it is written. Never throws on bad input; safe for use by several threads. */
public final class SpecReader {
    private SpecReader() {}

    /**
     * @param api what could be read; present also beside errors where enough was understood, empty for a fragment that
     *     stands alone and for a file that is no specification
     * @param problems sorted by file and place
     */
    public record Result(Optional<Api> api, List<Problem> problems) {
        public Result {
            problems = List.copyOf(problems);
        }

        /** Whether the specification can be used as it is. */
        public boolean ok() {
            return problems.stream().noneMatch(p -> p.severity() == Severity.ERROR);
        }
    }

    public static Result read(SpecSource source) {
        return read(source, Limits.STANDARD);
    }

    public static Result read(SpecSource source, Limits limits) {
        Problems problems = new Problems();
        Files files = new Files(source, limits, problems);
        Optional<Api> api = Optional.empty();
        try {
            api = files.text(source.root(), SourceSpan.file(source.label(source.root())))
                    .flatMap(text -> read(files, source.root(), text));
        } catch (RuntimeException | StackOverflowError e) {
            problems.add(new Problem(
                    "SPEC-READER-FAILED",
                    Severity.ERROR,
                    Blame.BUG,
                    SourceSpan.file(source.label(source.root())),
                    "the specification could not be read: " + e,
                    "this is a defect of the reader; report it with the file"));
        }
        return new Result(api, problems.sorted());
    }

    private static Optional<Api> read(Files files, String root, String text) {
        if (text.startsWith("#%RAML")) {
            return RamlReader.read(files, root, text);
        }
        Optional<Node> tree = Trees.parse(files, root, text);
        if (tree.isEmpty()) {
            return Optional.empty();
        }
        if (tree.get() instanceof Node.Obj o && (o.has("openapi") || o.has("swagger"))) {
            return OasReader.read(files, root, o);
        }
        files.problems()
                .error(
                        "SPEC-UNKNOWN-LANGUAGE",
                        files.at(root),
                        "the file is neither RAML nor OpenAPI",
                        "start it with '#%RAML 1.0', or with the key 'openapi: 3.0.3'");
        return Optional.empty();
    }
}
