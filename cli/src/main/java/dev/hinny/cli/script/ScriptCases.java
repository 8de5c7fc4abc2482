package dev.hinny.cli.script;

import dev.hinny.base.MediaType;
import dev.hinny.base.SourceText;
import dev.hinny.lang.engine.Bindings;
import dev.hinny.lang.engine.CompileOptions;
import dev.hinny.lang.engine.Script;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.TypedValue;
import dev.hinny.plane.contract.Json;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.JacksonException;

/** Runs many cases, each by itself and for at most ten seconds, so that none can spoil another. */
final class ScriptCases {
    private static final long SECONDS = 10;
    private static final long STACK = 16L << 20;

    private final Path from;
    private final Path to;

    ScriptCases(Path from, Path to) {
        this.from = from;
        this.to = to;
    }

    /** A case as it stands in the file. */
    record Case(String id, String script, Map<String, Content> inputs, Map<String, String> files, String output) {
        Case {
            inputs = inputs == null ? Map.of() : inputs;
            files = files == null ? Map.of() : files;
            output = output == null ? "application/json" : output;
        }
    }

    /** A document of a case. */
    record Content(String mime, String content, String encoding) {
        byte[] bytes() {
            return "base64".equals(encoding)
                    ? Base64.getDecoder().decode(content)
                    : content.getBytes(StandardCharsets.UTF_8);
        }
    }

    void run() throws IOException {
        try (BufferedReader in = Files.newBufferedReader(from);
                BufferedWriter out = Files.newBufferedWriter(to)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!line.isBlank()) {
                    out.write(new String(Json.bytes(answer(line)), StandardCharsets.UTF_8));
                    out.newLine();
                }
            }
        }
    }

    private static Map<String, Object> answer(String line) {
        Case one;
        try {
            one = Json.read(line.getBytes(StandardCharsets.UTF_8), Case.class);
        } catch (JacksonException e) {
            return Map.of("id", "", "error", "no case: " + e.getOriginalMessage());
        }
        CompletableFuture<Map<String, Object>> result = new CompletableFuture<>();
        Thread thread = new Thread(null, () -> finish(one, result), "case " + one.id(), STACK);
        thread.setDaemon(true);
        thread.start();
        try {
            return result.get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            thread.interrupt();
            return failure(one, "not done after " + SECONDS + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failure(one, "interrupted");
        } catch (ExecutionException e) {
            return failure(one, String.valueOf(e.getCause()));
        }
    }

    /** Also a stack overflow or too little memory must end in an answer. */
    @SuppressWarnings("CatchingUnchecked")
    private static void finish(Case one, CompletableFuture<Map<String, Object>> result) {
        try {
            result.complete(success(one));
        } catch (Throwable e) {
            result.complete(failure(one, e.getMessage() == null ? e.toString() : e.getMessage()));
        }
    }

    private static Map<String, Object> success(Case one) {
        Bindings.Builder bindings = Bindings.builder();
        one.inputs()
                .forEach((name, input) -> bindings.typed(
                        name,
                        TypedValue.of(
                                ByteSource.of(input.bytes()),
                                MediaType.parse(input.mime()).orElse(MediaType.BINARY))));
        CaseFiles files = new CaseFiles(one.files());
        CompileOptions options = CompileOptions.NONE
                .withNames(one.inputs().keySet())
                .withModules(files)
                .withResources(files)
                .withClassLoader(ScriptCases.class.getClassLoader());
        TypedValue result = Script.compile(new SourceText("<script>", one.script()), options)
                .run(bindings.build(), MediaType.parse(one.output()).orElse(MediaType.JSON));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", one.id());
        answer.put("mime", result.mediaType().essence());
        byte[] bytes = result.bytes().bytes();
        try {
            answer.put(
                    "content",
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(java.nio.ByteBuffer.wrap(bytes))
                            .toString());
        } catch (CharacterCodingException e) {
            answer.put("content", Base64.getEncoder().encodeToString(bytes));
            answer.put("encoding", "base64");
        }
        return answer;
    }

    private static Map<String, Object> failure(Case one, String message) {
        return Map.of("id", one.id(), "error", message);
    }
}
