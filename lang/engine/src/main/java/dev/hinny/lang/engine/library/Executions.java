package dev.hinny.lang.engine.library;

import dev.hinny.base.MediaType;
import dev.hinny.base.Problem;
import dev.hinny.base.ProblemException;
import dev.hinny.base.SourceText;
import dev.hinny.lang.engine.Bindings;
import dev.hinny.lang.engine.CompileOptions;
import dev.hinny.lang.engine.EvaluationException;
import dev.hinny.lang.engine.Script;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.TypedValue;
import dev.hinny.lang.engine.node.Evaluation;
import dev.hinny.lang.engine.operation.Coercions;
import dev.hinny.lang.engine.operation.Forcing;
import dev.hinny.lang.engine.operation.Texts;
import dev.hinny.lang.engine.type.Type;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.BinaryValue;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Scripts that run scripts: the inner one sees only the files and inputs it is given. */
final class Executions implements NativeFamily {
    @Override
    public String name() {
        return "executions";
    }

    @Override
    public @Nullable NativeFunction find(String name) {
        return switch (name) {
            case "eval" -> a -> execute(source(Args.object(a[1]), Args.text(a[0])), Args.object(a[1]), a, 2, false);
            case "run" -> a -> execute(source(Args.object(a[1]), Args.text(a[0])), Args.object(a[1]), a, 2, true);
            case "evalUrl" ->
                new ContextFunction((e, a) -> execute(fetched(e, Args.text(a[0])), ObjectValue.EMPTY, a, 1, false));
            case "runUrl" ->
                new ContextFunction((e, a) -> execute(fetched(e, Args.text(a[0])), ObjectValue.EMPTY, a, 1, true));
            default -> null;
        };
    }

    private static SourceText source(ObjectValue files, String name) {
        Value text = files.get(name);
        if (text == null) {
            throw EvaluationException.of("NOT-FOUND", "the files given have no '" + name + "'", "");
        }
        return new SourceText(name, Texts.of(text));
    }

    private static SourceText fetched(Evaluation evaluation, String url) {
        ByteSource bytes = evaluation.options().resources().open(url);
        if (bytes == null) {
            throw EvaluationException.of("NOT-FOUND", "there is nothing at '" + url + "'", "");
        }
        return new SourceText(url, new String(bytes.bytes(), java.nio.charset.StandardCharsets.UTF_8));
    }

    private static Value execute(SourceText source, ObjectValue files, Value[] a, int inputs, boolean write) {
        ObjectValue readers = Args.object(a[inputs]);
        ObjectValue values = Args.object(a[inputs + 1]);
        ObjectValue configuration = Args.object(a[inputs + 2]);
        List<Value> logs = java.util.Collections.synchronizedList(new ArrayList<>());
        Bindings.Builder bindings = Bindings.builder();
        Set<String> names = new LinkedHashSet<>();
        for (Entry reader : readers) {
            names.add(reader.key().name());
            bindings.typed(reader.key().name(), document(Args.object(reader.value())));
        }
        for (Entry value : values) {
            names.add(value.key().name());
            bindings.lazy(value.key().name(), value::value);
        }
        Map<String, SourceText> modules = new HashMap<>();
        files.forEach(f -> modules.put(f.key().name(), new SourceText(f.key().name(), Texts.of(f.value()))));
        CompileOptions options = CompileOptions.NONE
                .withNames(names)
                .withModules(modules::get)
                .withLog(line -> logs.add(ObjectValue.of(List.of(
                        Entry.of("level", StringValue.of("INFO")),
                        Entry.of(
                                "timestamp",
                                StringValue.of(java.time.Instant.now().toString())),
                        Entry.of("message", StringValue.of(line))))));
        try {
            Script script = Script.compile(source, options);
            if (write) {
                String output =
                        configuration.get("outputMimeType") instanceof StringValue s ? s.text() : "application/dw";
                TypedValue result =
                        script.run(bindings.build(), MediaType.parse(output).orElse(MediaType.JSON));
                return success(
                        List.of(
                                Entry.of("value", new BinaryValue(result.bytes(), Schema.NONE)),
                                Entry.of(
                                        "mimeType",
                                        StringValue.of(result.mediaType().essence())),
                                Entry.of(
                                        "encoding",
                                        StringValue.of(result.mediaType()
                                                .charset()
                                                .map(java.nio.charset.Charset::name)
                                                .orElse("UTF-8")))),
                        logs);
            }
            Value value = script.evaluate(bindings.build());
            Forcing.force(value);
            return success(List.of(Entry.of("value", value)), logs);
        } catch (ProblemException e) {
            if (configuration.get("onException") instanceof StringValue s
                    && s.text().equals("FAIL")) {
                throw e;
            }
            return failure(e.first(), logs);
        }
    }

    private static TypedValue document(ObjectValue reader) {
        String mimeType = reader.get("mimeType") instanceof StringValue s ? s.text() : "application/json";
        MediaType mediaType = MediaType.parse(mimeType)
                .orElseThrow(() -> EvaluationException.of("BAD-MEDIA-TYPE", "'" + mimeType + "' is no media type", ""));
        if (reader.get("encoding") instanceof StringValue s) {
            mediaType = mediaType.withCharset(Texts.charset(s.text()));
        }
        Value content = reader.get("value") instanceof Value v ? v : StringValue.EMPTY;
        BinaryValue bytes = (BinaryValue) Coercions.coerce(content, new Type.Simple(Type.Kind.BINARY, Schema.NONE));
        Map<String, Value> options = new HashMap<>();
        if (reader.get("properties") instanceof ObjectValue properties) {
            properties.forEach(p -> options.put(p.key().name(), p.value()));
        }
        return TypedValue.of(bytes.source(), mediaType, options);
    }

    private static Value success(List<Entry> parts, List<Value> logs) {
        List<Entry> entries = new ArrayList<>();
        entries.add(Entry.of("success", BooleanValue.TRUE));
        entries.addAll(parts);
        entries.add(Entry.of("logs", ArrayValue.of(logs)));
        return ObjectValue.of(entries);
    }

    private static Value failure(Problem problem, List<Value> logs) {
        String place = problem.place() == null ? "" : problem.place().toString();
        return ObjectValue.of(List.of(
                Entry.of("success", BooleanValue.FALSE),
                Entry.of("message", StringValue.of(problem.message())),
                Entry.of("kind", StringValue.of(Trials.kind(problem.code()))),
                Entry.of("location", ObjectValue.of(List.of(Entry.of("locationString", StringValue.of(place))))),
                Entry.of("stack", ArrayValue.of(List.of(StringValue.of(place)))),
                Entry.of("logs", ArrayValue.of(logs))));
    }
}
