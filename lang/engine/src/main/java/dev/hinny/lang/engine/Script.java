package dev.hinny.lang.engine;

import dev.hinny.base.MediaType;
import dev.hinny.base.Problem;
import dev.hinny.base.ProblemException;
import dev.hinny.base.Severity;
import dev.hinny.base.SourceSpan;
import dev.hinny.base.SourceText;
import dev.hinny.lang.engine.compile.Program;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.Chunks;
import dev.hinny.lang.engine.format.Format;
import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.engine.format.Formats;
import dev.hinny.lang.engine.format.TypedValue;
import dev.hinny.lang.engine.java.JavaShape;
import dev.hinny.lang.engine.node.Beyond;
import dev.hinny.lang.engine.node.Evaluation;
import dev.hinny.lang.engine.operation.Forcing;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.Namespace;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.engine.value.Watch;
import dev.hinny.lang.front.Directive;
import dev.hinny.lang.front.Expression;
import dev.hinny.lang.front.Parsed;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A compiled script: compiled once, evaluated as often as wanted, by several threads at once.
 *
 * <p>Recursion that never ends is an {@link EvaluationException} with the code {@code TOO-DEEP}; interrupting the thread that
 * evaluates ends the evaluation with {@code STOPPED}, {@link CompileOptions#timeLimit} with {@code TIMED-OUT}.
 */
public final class Script {
    /** A recursion without end leaves no stack to load classes with: those that its report needs are loaded here. */
    @SuppressWarnings("UnusedVariable")
    private static final EvaluationException WARM =
            EvaluationException.tooDeep().at(SourceSpan.file("script"));

    private final Program program;
    private final boolean broken;
    private final Directive.@Nullable Output output;
    private final List<Directive.Input> inputs;
    private @Nullable MediaType outputType;

    private Script(Program program) {
        this.program = program;
        this.broken = program.problems().stream().anyMatch(p -> p.severity() == Severity.ERROR);
        this.output = program.directive(Directive.Output.class);
        this.inputs = program.document().header().stream()
                .filter(d ->
                        d instanceof Directive.Input input && !input.format().isEmpty())
                .map(Directive.Input.class::cast)
                .toList();
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
        if (output == null || output.format().isEmpty()) {
            return Optional.empty();
        }
        MediaType known = outputType;
        if (known == null) {
            known = mediaType(output.format());
            outputType = known;
        }
        return Optional.of(known);
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
     * {@code application/java} the result is the value itself, computed to the last part. With the property
     * {@code deferred=true} the script runs while the bytes are read, each time they are, and its failure is the reader's.
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
                if (output != null && !output.properties().isEmpty()) {
                    Map<String, Value> options = program.properties(output.properties(), evaluation);
                    value = JavaShape.of(value, new FormatContext(mediaType, options, "output"));
                }
                Forcing.force(value);
                return TypedValue.of(value, mediaType);
            }
            Target target = target(evaluation, mediaType);
            if (target.context().flag("deferred", false)) {
                ByteSource source = new DeferredSource(out -> guarded(() -> write(start(bindings), target, out)));
                return TypedValue.of(source, target.written());
            }
            Chunks out = new Chunks();
            write(evaluation, target, out);
            return TypedValue.of(ByteSource.of(out.toByteArray()), target.written());
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
        return guarded(() -> {
            Evaluation evaluation = start(bindings);
            return write(evaluation, target(evaluation, output().orElse(otherwise)), out);
        });
    }

    /** How the result is written. */
    private record Target(Format format, FormatContext context) {
        MediaType written() {
            return context.options().containsKey("encoding")
                    ? context.mediaType().withCharset(context.charset())
                    : context.mediaType();
        }
    }

    private Target target(Evaluation evaluation, MediaType mediaType) {
        Map<String, Value> options = output == null ? Map.of() : program.properties(output.properties(), evaluation);
        if (options.containsKey("writeDeclaredNamespaces")) {
            options = new LinkedHashMap<>(options);
            options.put("declaredNamespaces", declaredNamespaces());
        }
        Format format =
                output != null && output.writer() != null ? byId(output.writer().text()) : Formats.of(mediaType);
        return new Target(
                format,
                format.prepare(new FormatContext(
                        mediaType, options, "output", evaluation.options().resources())));
    }

    private MediaType write(Evaluation evaluation, Target target, OutputStream out) {
        try {
            target.format().write(program.evaluate(evaluation), Watch.writing(out), target.context());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return target.written();
    }

    /** What the script's header declares with {@code ns}, for the writer property that asks for it. */
    private ObjectValue declaredNamespaces() {
        List<Entry> all = new ArrayList<>();
        for (Directive directive : program.document().header()) {
            if (directive instanceof Directive.Namespace namespace) {
                String prefix = namespace.prefix().text();
                all.add(Entry.of(prefix, new Namespace(prefix, namespace.uri())));
            }
        }
        return ObjectValue.of(all);
    }

    private Evaluation start(Bindings bindings) {
        if (broken) {
            throw new ProblemException(problems());
        }
        Evaluation evaluation = program.evaluation(bindings);
        for (Directive.Input input : inputs) {
            if (evaluation.supplied(input.name().text()) instanceof TypedValue typed && typed.isDocument()) {
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

    /** The work within the time limit; its failures are the language's and have a place in the script. */
    private <T> T guarded(Supplier<T> work) {
        Duration limit = program.options().timeLimit();
        return limit.isZero()
                ? placed(work)
                : Watch.run(() -> placed(work), Math.max(1, limit.toMillis()), 0, Watch.Stuck.IGNORED);
    }

    private <T> T placed(Supplier<T> work) {
        try {
            return work.get();
        } catch (EvaluationException e) {
            throw e.at(body());
        } catch (StackOverflowError | OutOfMemoryError | ArithmeticException | DateTimeException e) {
            throw Beyond.limit(e).at(body());
        }
    }

    /** The place of failures that have no closer one. */
    private SourceSpan body() {
        Expression body = program.document().body();
        return body == null ? program.document().span() : body.span();
    }
}
