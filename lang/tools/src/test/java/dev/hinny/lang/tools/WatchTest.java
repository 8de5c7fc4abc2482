package dev.hinny.lang.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final StringWriter err = new StringWriter();

    @Test
    void runsAgainWhenTheScriptAModuleOrAnInputChangesAndEndsWhenInterrupted() throws Exception {
        Path script = Files.writeString(folder.resolve("t.dwl"), "import * from Add\n---\nadd(payload.a)");
        Path module = Files.writeString(folder.resolve("Add.dwl"), "fun add(n) = n + 1");
        Path input = Files.writeString(folder.resolve("in.json"), "{\"a\": 10}");
        CompletableFuture<Integer> status = new CompletableFuture<>();
        Thread tool = Thread.ofPlatform()
                .start(() -> status.complete(Tool.run(
                        InputStream.nullInputStream(),
                        out,
                        err,
                        script.toString(),
                        "-i",
                        "payload=" + input,
                        "--watch")));

        await(() -> shown("11") && waiting(1));
        Files.writeString(module, "fun add(n) = n + 200");
        await(() -> shown("210") && waiting(2));
        Files.writeString(input, "{\"a\": 3000}");
        await(() -> shown("3200") && waiting(3));
        Files.writeString(script, "oops(");
        await(() -> err.toString().contains("SCRIPT-UNCLOSED") && waiting(4));
        Files.writeString(script, "payload.a * 2");
        await(() -> shown("6000") && waiting(5));

        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("11" + System.lineSeparator());
        tool.interrupt();
        assertThat(status.get(10, TimeUnit.SECONDS)).isZero();
    }

    private boolean shown(String text) {
        return out.toString(StandardCharsets.UTF_8).contains(text);
    }

    private boolean waiting(int times) {
        return err.toString().split("waiting for a change", -1).length > times;
    }

    private void await(BooleanSupplier condition) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(out + "\n" + err).isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }
}
