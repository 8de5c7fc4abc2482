package dev.hinny.lang.engine;

import dev.hinny.base.MediaType;
import dev.hinny.base.Problem;
import dev.hinny.base.ProblemException;
import dev.hinny.base.Severity;
import dev.hinny.base.SourceText;
import dev.hinny.lang.engine.compile.Program;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.Format;
import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.engine.format.Formats;
import dev.hinny.lang.engine.format.TypedValue;
import dev.hinny.lang.engine.node.Evaluation;
import dev.hinny.lang.engine.operation.Forcing;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.front.Directive;
import dev.hinny.lang.front.Parsed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A compiled script: compiled once, evaluated as often as wanted, by several threads at once.
 *
 * <p>Recursion that never ends is an {@link EvaluationException} with the code {@code TOO-DEEP}.
 */
public final class Script {
    private final Program program;
    private final boolean broken;

    private Script(Program program) {
        this.program = program;
        this.broken = program.problems().stream().anyMatch(p -> p.severity() == Severity.ERROR);
    }

    /** Compiles; never throws on any text: what is wrong is in {@link #problems}. */
    public static Script compile(SourceText source, CompileOptions options) {
        return new Script(Program.compile(source, options));
    }

    /** Compiles a text for programs that embed the language: with the names that the bindings will supply and nothing else. */
    public static Script compile(String text, String... names) {
        return compile(new SourceText("script", text), CompileOptions.NONE.withNames(Set.of(names)));
    }

    /** Compiles what the front end has read, for scripts embedded in other files. */
    public static Script compile(Parsed parsed, CompileOptions options) {
        return new Script(Program.compile(parsed, options));
    }

    /** What is wrong with the script, sorted by place; a script with errors cannot be evaluated. */
    public List<Problem> problems() {
        return program.problems();
    }

    public boolean hasErrors() {
        return broken;
    }

    /** The media type that the {@code output} directive names. */
    public Optional<MediaType> output() {
        Directive.Output output = program.directive(Directive.Output.class);
        return output == null || output.format().isEmpty() ? Optional.empty() : Optional.of(mediaType(output.format()));
    }

    /**
     * The result as a value, whatever the {@code output} directive says; parts of it may be computed when they are asked for.
     *
     * @throws ProblemException with all problems when the script has errors
     * @throws EvaluationException when evaluation fails
     */
    public Value evaluate(Bindings bindings) {
        return guarded(() -> program.evaluate(start(bindings)));
    }

    /** As {@link #run(Bindings, MediaType)}, with {@code application/java} for a script without {@code output}. */
    public TypedValue run(Bindings bindings) {
        return run(bindings, CompileOptions.DEFAULT_OUTPUT);
    }

    /**
     * The result written in the format of the {@code output} directive, or of {@code otherwise} where there is none. For
     * {@code application/java} the result is the value itself, computed to the last part.
     *
     * @throws EvaluationException when evaluation fails
     * @throws FormatException when the result has no form in the format
     */
    public TypedValue run(Bindings bindings, MediaType otherwise) {
        return guarded(() -> {
            Evaluation evaluation = start(bindings);
            MediaType mediaType = output().orElse(otherwise);
            if (mediaType.essence().equals(MediaType.JAVA.essence())) {
                Value value = program.evaluate(evaluation);
                Forcing.force(value);
                return TypedValue.of(value, mediaType);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
            MediaType written = write(evaluation, mediaType, out);
            return TypedValue.of(ByteSource.of(out.toByteArray()), written);
        });
    }

    /**
     * Writes the result as it is computed, for results that need not fit into memory; does not close the stream.
     *
     * @return the media type of what was written
     * @throws EvaluationException when evaluation fails; a part of the result may be written by then
     * @throws FormatException when the result has no form in the format
     */
    public MediaType write(Bindings bindings, MediaType otherwise, OutputStream out) {
        return guarded(() -> write(start(bindings), output().orElse(otherwise), out));
    }

    private MediaType write(Evaluation evaluation, MediaType mediaType, OutputStream out) {
        Directive.Output output = program.directive(Directive.Output.class);
        Map<String, Value> options = output == null ? Map.of() : program.properties(output.properties(), evaluation);
        Format format =
                output != null && output.writer() != null ? byId(output.writer().text()) : Formats.of(mediaType);
        FormatContext context = format.prepare(new FormatContext(
                mediaType, options, "output", evaluation.options().resources()));
        try {
            format.write(program.evaluate(evaluation), out, context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return options.containsKey("encoding") ? context.mediaType().withCharset(context.charset()) : context.mediaType();
    }

    private Evaluation start(Bindings bindings) {
        if (broken) {
            throw new ProblemException(problems());
        }
        Evaluation evaluation = program.evaluation(bindings);
        for (Directive directive : program.document().header()) {
            if (directive instanceof Directive.Input input
                    && !input.format().isEmpty()
                    && evaluation.supplied(input.name().text()) instanceof TypedValue typed
                    && typed.isDocument()) {
                evaluation.supply(
                        input.name().text(),
                        TypedValue.of(
                                typed.bytes(),
                                mediaType(input.format()),
                                program.properties(input.properties(), evaluation)));
            }
        }
        return evaluation;
    }

    /** A media type as written, or the main one of a format's short name. */
    private static MediaType mediaType(String text) {
        Optional<MediaType> parsed = MediaType.parse(text);
        return parsed.orElseGet(() -> byId(text).mediaTypes().get(0));
    }

    private static Format byId(String id) {
        return Formats.byId(id)
                .orElseThrow(() -> new FormatException(Problem.error(
                        "UNKNOWN-FORMAT",
                        null,
                        "there is no format '" + id + "'",
                        "for example json or application/json")));
    }

    private interface Work<T> {
        T run();
    }

    private static <T> T guarded(Work<T> work) {
        try {
            return work.run();
        } catch (StackOverflowError e) {
            throw EvaluationException.of(
                    "TOO-DEEP",
                    "the script calls itself too deeply, or a variable needs its own value",
                    "end the recursion, or make the recursive call the last thing the function does");
        }
    }
}
