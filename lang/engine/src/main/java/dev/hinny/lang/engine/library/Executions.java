package dev.hinny.lang.engine.library;

import dev.hinny.base.MediaType;
import dev.hinny.base.SourceText;
import dev.hinny.lang.engine.Bindings;
import dev.hinny.lang.engine.CompileOptions;
import dev.hinny.lang.engine.EvaluationException;
import dev.hinny.lang.engine.ModuleResolver;
import dev.hinny.lang.engine.ResourceResolver;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.TypedValue;
import dev.hinny.lang.engine.node.Evaluation;
import dev.hinny.lang.engine.operation.Coercions;
import dev.hinny.lang.engine.operation.Texts;
import dev.hinny.lang.engine.type.Type;
import dev.hinny.lang.engine.value.BinaryValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Scripts that run scripts: the inner one sees the inputs and files it is given, and at most what the outer one may reach. */
final class Executions implements NativeFamily {
    @Override
    public String name() {
        return "executions";
    }

    @Override
    public @Nullable NativeFunction find(String name) {
        return switch (name) {
            case "eval" -> new ContextFunction((e, a) -> ofFiles(e, a, false));
            case "run" -> new ContextFunction((e, a) -> ofFiles(e, a, true));
            case "evalUrl" -> new ContextFunction((e, a) -> ofUrl(e, a, false));
            case "runUrl" -> new ContextFunction((e, a) -> ofUrl(e, a, true));
            default -> null;
        };
    }

    private static Value ofFiles(Evaluation evaluation, Value[] a, boolean written) {
        Map<String, SourceText> files = new HashMap<>();
        for (Entry file : Args.object(a[1])) {
            String name = file.key().name();
            files.put(plain(name), new SourceText(name, Texts.of(file.value())));
        }
        SourceText main = files.get(plain(Args.text(a[0])));
        if (main == null) {
            throw EvaluationException.of(
                    "NOT-FOUND", "the files given have no '" + Args.text(a[0]) + "'", "they are " + files.keySet());
        }
        ResourceResolver outer = evaluation.options().resources();
        ResourceResolver resources = url -> {
            SourceText own = files.get(plain(url.replaceFirst("^classpath:/*", "")));
            return own == null ? outer.open(url) : ByteSource.of(own.text());
        };
        return execute(main, evaluation, files::get, resources, Args.object(a[2]), Args.object(a[3]), a[4], written);
    }

    private static Value ofUrl(Evaluation evaluation, Value[] a, boolean written) {
        String url = Args.text(a[0]);
        CompileOptions outer = evaluation.options();
        ByteSource bytes = outer.resources().open(url);
        if (bytes == null) {
            throw EvaluationException.of("NOT-FOUND", "there is nothing at '" + url + "'", "");
        }
        SourceText main = new SourceText(url, new String(bytes.bytes(), StandardCharsets.UTF_8));
        return execute(
                main,
                evaluation,
                outer.modules(),
                outer.resources(),
                Args.object(a[1]),
                Args.object(a[2]),
                a[3],
                written);
    }

    private static String plain(String name) {
        return name.startsWith("/") ? name.substring(1) : name;
    }

    private static Value execute(
            SourceText main,
            Evaluation evaluation,
            ModuleResolver modules,
            ResourceResolver resources,
            ObjectValue readers,
            ObjectValue values,
            Value configuration,
            boolean written) {
        ExecutionSettings settings = ExecutionSettings.of(Args.object(configuration));
        ExecutionLog log = new ExecutionLog(settings.loggerService());
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
        CompileOptions outer = evaluation.options();
        CompileOptions options = new CompileOptions(
                        names, modules, resources, outer.classLoader(), log::add, outer.privileges(), Duration.ZERO)
                .restricted(settings.privileges());
        return new Execution(main, options, bindings.build(), settings, log, written).run();
    }

    private static TypedValue document(ObjectValue reader) {
        String mimeType = reader.get("mimeType") instanceof StringValue s ? s.text() : "application/json";
        MediaType mediaType = ExecutionSettings.mediaType(mimeType);
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
}
