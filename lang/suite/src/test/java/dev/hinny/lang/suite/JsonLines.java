package dev.hinny.lang.suite;

import dev.hinny.base.MediaType;
import dev.hinny.base.Problem;
import dev.hinny.base.ProblemException;
import dev.hinny.base.SourceText;
import dev.hinny.lang.engine.Bindings;
import dev.hinny.lang.engine.CompileOptions;
import dev.hinny.lang.engine.Script;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.format.Formats;
import dev.hinny.lang.engine.format.TypedValue;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs scripts of a JSON-lines file, {@code {id, script, inputs: {name: {mime, content}}, files, output}} a line, and writes
 * {@code {id, mime, content}} or {@code {id, error}} for each: for corpora that are not ours to keep.
 */
public final class JsonLines {
    private JsonLines() {}

    /** Arguments: file to read, file to write. */
    public static void main(String[] arguments) throws IOException {
        List<String> answers = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(arguments[0]))) {
            if (!line.isBlank()) {
                answers.add(answer((ObjectValue) read(line)));
            }
        }
        Files.write(Path.of(arguments[1]), answers);
    }

    private static Value read(String json) {
        return Formats.of(MediaType.JSON).read(ByteSource.of(json), FormatContext.of(MediaType.JSON));
    }

    private static String answer(ObjectValue one) throws IOException {
        List<Entry> answer = new ArrayList<>();
        answer.add(Entry.of("id", StringValue.of(text(one, "id"))));
        try {
            TypedValue result = run(one);
            answer.add(Entry.of("mime", StringValue.of(result.mediaType().toString())));
            byte[] bytes = result.bytes().bytes();
            answer.add(Entry.of(
                    "content",
                    StringValue.of(
                            new String(bytes, result.mediaType().charset().orElse(StandardCharsets.UTF_8)))));
        } catch (ProblemException e) {
            String text = e.problems().stream().map(Problem::line).collect(Collectors.joining("\n"));
            answer.add(Entry.of("error", StringValue.of(text)));
        } catch (RuntimeException e) {
            StackTraceElement[] trace = e.getStackTrace();
            answer.add(Entry.of(
                    "error",
                    StringValue.of("BUG " + e + " at " + (trace.length > 0 ? trace[0] : "")
                            + (trace.length > 1 ? trace[1] : ""))));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FormatContext context = new FormatContext(MediaType.JSON, Map.of("indent", BooleanValue.FALSE), "answer");
        Formats.of(MediaType.JSON).write(ObjectValue.of(answer), out, context);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static TypedValue run(ObjectValue one) {
        Bindings.Builder bindings = Bindings.builder();
        Set<String> names = new LinkedHashSet<>(List.of(
                "payload", "attributes", "vars", "message", "flow", "app", "server", "mule", "correlationId", "error"));
        if (one.get("inputs") instanceof ObjectValue inputs) {
            for (Entry input : inputs) {
                ObjectValue document = (ObjectValue) input.value();
                MediaType mediaType = MediaType.parse(text(document, "mime")).orElseThrow();
                names.add(input.key().name());
                bindings.typed(input.key().name(), TypedValue.of(ByteSource.of(text(document, "content")), mediaType));
            }
        }
        Map<String, String> files = new HashMap<>();
        if (one.get("files") instanceof ObjectValue given) {
            given.forEach(f -> files.put(f.key().name(), ((StringValue) f.value()).text()));
        }
        CompileOptions options = CompileOptions.NONE.withNames(names).withResources(url -> file(files, url));
        Script script = Script.compile(new SourceText(text(one, "id"), text(one, "script")), options);
        return script.run(bindings.build(), MediaType.parse(text(one, "output")).orElse(MediaType.JSON));
    }

    private static @Nullable ByteSource file(Map<String, String> files, String url) {
        for (Map.Entry<String, String> file : files.entrySet()) {
            if (url.equals(file.getKey()) || url.endsWith("/" + file.getKey())) {
                return ByteSource.of(file.getValue());
            }
        }
        return null;
    }

    private static String text(ObjectValue object, String name) {
        return object.get(name) instanceof StringValue s ? s.text() : "";
    }
}
