package dev.hinny.lang.engine.library;

import dev.hinny.base.MediaType;
import dev.hinny.lang.engine.EvaluationException;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.Format;
import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.engine.format.Formats;
import dev.hinny.lang.engine.node.Evaluation;
import dev.hinny.lang.engine.operation.Renderings;
import dev.hinny.lang.engine.operation.Texts;
import dev.hinny.lang.engine.value.BinaryValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.engine.value.Namespace;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.engine.value.Watch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reading and writing documents, resources, and the log. */
final class Documents implements NativeFamily {
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

    @Override
    public String name() {
        return "documents";
    }

    @Override
    public @Nullable NativeFunction find(String name) {
        return switch (name) {
            case "read" ->
                new ContextFunction((evaluation, a) ->
                        read(evaluation, bytes(a[0], Args.object(a[2])), Args.text(a[1]), Args.object(a[2]), "read"));
            case "readUrl" -> new ContextFunction(Documents::readUrl);
            case "write" ->
                new ContextFunction((evaluation, a) -> write(evaluation, a[0], Args.text(a[1]), Args.object(a[2])));
            case "log" -> new ContextFunction((evaluation, a) -> log(evaluation, "", Args.text(a[0]), a[1]));
            case "logDebug", "logInfo", "logWarn", "logError" ->
                new ContextFunction((evaluation, a) -> log(evaluation, name.substring(3), Args.text(a[0]), a[1]));
            case "logWith" ->
                new ContextFunction((evaluation, a) -> log(evaluation, Args.text(a[0]), Args.text(a[1]), a[2]));
            case "xsiType" -> a -> xsiType(Args.text(a[0]), (Namespace) a[1]);
            default -> null;
        };
    }

    private static ByteSource bytes(Value value, ObjectValue properties) {
        if (value instanceof BinaryValue b) {
            return b.source();
        }
        String encoding = properties.get("encoding") instanceof StringValue s ? s.text() : "UTF-8";
        return ByteSource.of(Texts.of(value).getBytes(Texts.charset(encoding)));
    }

    private static MediaType mediaType(String text) {
        return MediaType.parse(text)
                .or(() -> Formats.byId(text).map(f -> f.mediaTypes().get(0)))
                .orElseThrow(() -> EvaluationException.of(
                        "BAD-MEDIA-TYPE",
                        "'" + Renderings.brief(StringValue.of(text)) + "' is no media type",
                        "for example application/json"));
    }

    private static Map<String, Value> options(ObjectValue properties) {
        Map<String, Value> options = new LinkedHashMap<>();
        properties.forEach(e -> options.put(e.key().name(), e.value()));
        return options;
    }

    private static Value read(
            Evaluation evaluation, ByteSource source, String contentType, ObjectValue properties, String name) {
        MediaType mediaType = mediaType(contentType);
        FormatContext context = new FormatContext(
                mediaType, options(properties), name, evaluation.options().resources());
        return Formats.of(mediaType).read(source, context);
    }

    private static Value readUrl(Evaluation evaluation, Value[] a) {
        String url = Args.text(a[0]);
        ByteSource source = evaluation.options().resources().open(url);
        if (source == null) {
            throw EvaluationException.of(
                    "NOT-FOUND", "there is nothing at '" + url + "'", "classpath://NAME is a file of the application");
        }
        return read(evaluation, source, Args.text(a[1]), Args.object(a[2]), url);
    }

    private static Value write(Evaluation evaluation, Value value, String contentType, ObjectValue properties) {
        MediaType mediaType = mediaType(contentType);
        Format format = Formats.of(mediaType);
        FormatContext context = new FormatContext(
                mediaType, options(properties), "write", evaluation.options().resources());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            format.write(value, Watch.writing(out), context);
        } catch (FormatException e) {
            throw e.first().place() == null ? new EvaluationException(e.first(), e) : e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        boolean text = format.isText()
                && !format.id().equals("binary")
                && !mediaType.essence().equals("application/octet-stream");
        return text ? StringValue.of(out.toString(context.charset())) : BinaryValue.of(out.toByteArray());
    }

    private static Value log(Evaluation evaluation, String level, String prefix, Value value) {
        String text = value instanceof StringValue s ? '"' + s.text() + '"' : Renderings.compact(value);
        evaluation
                .options()
                .log()
                .accept((level.isEmpty() ? "" : level.toUpperCase(Locale.ROOT) + " ")
                        + (prefix.isEmpty() ? "" : prefix + " - ")
                        + text);
        return value;
    }

    private static Value xsiType(String name, Namespace namespace) {
        Key key = Key.of("type", new Namespace("xsi", XSI), ObjectValue.EMPTY);
        return ObjectValue.of(List.of(
                Entry.of(key, new StringValue(namespace.prefix() + ":" + name, Schema.of("namespace", namespace)))));
    }
}
