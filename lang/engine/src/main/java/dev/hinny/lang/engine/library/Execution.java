package dev.hinny.lang.engine.library;

import dev.hinny.base.MediaType;
import dev.hinny.base.Problem;
import dev.hinny.base.ProblemException;
import dev.hinny.base.SourceText;
import dev.hinny.lang.engine.Bindings;
import dev.hinny.lang.engine.CompileOptions;
import dev.hinny.lang.engine.EvaluationException;
import dev.hinny.lang.engine.Script;
import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.format.Formats;
import dev.hinny.lang.engine.format.TypedValue;
import dev.hinny.lang.engine.node.Beyond;
import dev.hinny.lang.engine.operation.Forcing;
import dev.hinny.lang.engine.value.BinaryValue;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.engine.value.Watch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One run of a script for another.
 *
 * @param written whether the result is bytes in the output format rather than a value
 */
record Execution(
        SourceText source,
        CompileOptions options,
        Bindings bindings,
        ExecutionSettings settings,
        ExecutionLog log,
        boolean written) {
    /** What went well or wrong, as a value; a failure is thrown when the settings say so. */
    Value run() {
        try {
            List<Entry> entries = new ArrayList<>();
            entries.add(Entry.of("success", BooleanValue.TRUE));
            entries.addAll(settings.isLimited() ? limited() : parts());
            entries.add(Entry.of("logs", log.values()));
            return ObjectValue.of(entries);
        } catch (ProblemException e) {
            Watch.check();
            return failed(e.first(), e);
        } catch (StackOverflowError | OutOfMemoryError e) {
            EvaluationException beyond = Beyond.limit(e);
            return failed(beyond.first(), beyond);
        } finally {
            log.end();
        }
    }

    private Value failed(Problem problem, ProblemException cause) {
        if (settings.fails()) {
            throw cause;
        }
        return Failures.of(problem, source, log);
    }

    private List<Entry> limited() {
        return Watch.run(this::parts, settings.timeOut(), settings.stackSize(), this::stuck);
    }

    private void stuck(Thread thread, StackTraceElement[] trace) {
        if (settings.onUnhandledTimeout() != null) {
            String stack = Arrays.stream(trace).map(e -> "at " + e).collect(Collectors.joining("\n"));
            settings.onUnhandledTimeout()
                    .call(StringValue.of(thread.getName()), StringValue.of(stack), StringValue.of(source.text()));
        }
    }

    private List<Entry> parts() {
        Script script = Script.compile(source, options);
        if (written) {
            return written(script);
        }
        Value value = script.evaluate(bindings);
        Forcing.force(value);
        return List.of(Entry.of("value", value));
    }

    private List<Entry> written(Script script) {
        if (script.output().isPresent() || settings.writerProperties().isEmpty()) {
            TypedValue result = script.run(bindings, settings.output());
            return document(result.bytes().bytes(), result.mediaType());
        }
        FormatContext context =
                new FormatContext(settings.output(), settings.writerProperties(), "output", options.resources());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Formats.of(settings.output()).write(script.evaluate(bindings), out, context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return document(out.toByteArray(), settings.output().withCharset(context.charset()));
    }

    private static List<Entry> document(byte[] bytes, MediaType mediaType) {
        String encoding = mediaType.charset().orElse(StandardCharsets.UTF_8).name();
        return List.of(
                Entry.of("value", BinaryValue.of(bytes)),
                Entry.of("mimeType", StringValue.of(mediaType.essence())),
                Entry.of("encoding", StringValue.of(encoding)));
    }
}
