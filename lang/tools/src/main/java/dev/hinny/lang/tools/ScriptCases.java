package dev.hinny.lang.tools;

import dev.hinny.base.MediaType;
import dev.hinny.base.ProblemException;
import dev.hinny.base.SourceText;
import dev.hinny.lang.engine.Bindings;
import dev.hinny.lang.engine.CompileOptions;
import dev.hinny.lang.engine.Script;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.TypedValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Runs many cases, each by itself and for at most ten seconds, so that none can spoil another. */
final class ScriptCases {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Path from;
    private final Path to;

    ScriptCases(Path from, Path to) {
        this.from = from;
        this.to = to;
    }

    /** A case as it stands in the file. */
    private record Case(String id, ObjectValue fields) {
        static Case of(ObjectValue fields) {
            return new Case(Json.field(fields, "id", ""), fields);
        }

        ObjectValue object(String name) {
            return fields.get(name) instanceof ObjectValue object ? object : ObjectValue.EMPTY;
        }

        String text(String name, String otherwise) {
            return Json.field(fields, name, otherwise);
        }
    }

    void run() throws IOException {
        try (BufferedReader in = Files.newBufferedReader(from);
                BufferedWriter out = Files.newBufferedWriter(to)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!line.isBlank()) {
                    out.write(Json.text(answer(line), false));
                    out.newLine();
                }
            }
        }
    }

    private static Value answer(String line) {
        Case one;
        try {
            if (!(Json.read(line) instanceof ObjectValue fields)) {
                return failure("", "no case: the line is no object");
            }
            one = Case.of(fields);
        } catch (ProblemException e) {
            return failure("", "no case: " + e.getMessage());
        }
        try {
            return DeepThread.run(() -> success(one), LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failure(one.id(), "interrupted");
        } catch (Exception | StackOverflowError | OutOfMemoryError e) {
            return failure(one.id(), e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    private static Value success(Case one) throws IOException {
        Bindings.Builder bindings = Bindings.builder();
        Set<String> names = new LinkedHashSet<>();
        for (Entry input : one.object("inputs")) {
            if (input.value() instanceof ObjectValue document) {
                names.add(input.key().name());
                bindings.typed(input.key().name(), document(document));
            }
        }
        Map<String, String> texts = new LinkedHashMap<>();
        for (Entry file : one.object("files")) {
            texts.put(file.key().name(), file.value() instanceof StringValue text ? text.text() : "");
        }
        CaseFiles files = new CaseFiles(texts);
        CompileOptions options = CompileOptions.NONE
                .withNames(names)
                .withModules(files)
                .withResources(files)
                .withClassLoader(ScriptCases.class.getClassLoader());
        Script script = Script.compile(new SourceText("<script>", one.text("script", "")), options);
        TypedValue result = script.run(
                bindings.build(),
                MediaType.parse(one.text("output", "application/json")).orElse(MediaType.JSON));
        return answer(one.id(), result.mediaType().essence(), result.bytes().bytes());
    }

    private static TypedValue document(ObjectValue input) {
        String content = Json.field(input, "content", "");
        byte[] bytes = Json.field(input, "encoding", "").equals("base64")
                ? Base64.getDecoder().decode(content)
                : content.getBytes(StandardCharsets.UTF_8);
        return TypedValue.of(
                ByteSource.of(bytes),
                MediaType.parse(Json.field(input, "mime", "")).orElse(MediaType.BINARY));
    }

    private static Value answer(String id, String mime, byte[] bytes) {
        List<Entry> entries = new ArrayList<>();
        entries.add(Entry.of("id", StringValue.of(id)));
        entries.add(Entry.of("mime", StringValue.of(mime)));
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            entries.add(Entry.of("content", StringValue.of(text)));
        } catch (CharacterCodingException e) {
            entries.add(Entry.of("content", StringValue.of(Base64.getEncoder().encodeToString(bytes))));
            entries.add(Entry.of("encoding", StringValue.of("base64")));
        }
        return ObjectValue.of(entries);
    }

    private static Value failure(String id, String message) {
        return ObjectValue.of(List.of(Entry.of("id", StringValue.of(id)), Entry.of("error", StringValue.of(message))));
    }
}
