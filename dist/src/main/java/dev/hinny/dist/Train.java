package dev.hinny.dist;

import dev.hinny.plane.store.Trees;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code hinny train}: runs the common commands once, so that the launcher can keep what the JVM learnt (JEP 514). */
@Command(
        name = "train",
        hidden = true,
        description = "Exercises the common commands for the launcher's start-up cache.")
final class Train implements Callable<Integer> {
    private static final String SCRIPT = """
        %dw 2.0
        output application/json
        import * from dw::core::Strings
        var limit = 10
        ---
        {
          total: sum(payload.items map $.price * $.count),
          names: payload.items filter ($.price > limit) map (item, i) -> {
            name: capitalize(item.name),
            at: i,
            since: item.since as Date {format: 'yyyy-MM-dd'}
          },
          groups: payload.items groupBy $.kind mapObject (v, k) -> { (k): sizeOf(v) },
          note: if (isEmpty(payload.note)) null else upper(payload.note) ++ "!",
          (xml: write({ root: { a: 1 } }, 'application/xml')),
          csv: write(payload.items, 'application/csv')
        }
        """;

    private static final String INPUT = """
        {"note": "a note", "items": [
          {"name": "first item", "kind": "a", "price": 12.5, "count": 2, "since": "2026-01-31"},
          {"name": "second item", "kind": "b", "price": 3, "count": 10, "since": "2025-12-24"}]}
        """;

    @Override
    public Integer call() throws IOException {
        Path folder = Files.createTempDirectory("hinny-train-");
        PrintStream out = System.out;
        try (PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            System.setOut(nowhere);
            boolean all = runs(folder).stream().allMatch(Train::succeeds);
            return all && Rehearsal.of(folder) ? ExitCodes.OK : ExitCodes.FAILED;
        } finally {
            System.setOut(out);
            Trees.delete(folder);
        }
    }

    /** One line a command; each must end with 0. */
    private static List<List<String>> runs(Path folder) throws IOException {
        Path script = Files.writeString(folder.resolve("script.dwl"), SCRIPT);
        Path input = Files.writeString(folder.resolve("input.json"), INPUT);
        Path application = Files.writeString(folder.resolve(Rehearsal.NAME + ".xml"), Rehearsal.APPLICATION);
        return List.of(
                List.of("help"),
                List.of("--version"),
                List.of("dw", script.toString(), "-i", "payload=" + input),
                List.of("dw", "check", script.toString()),
                List.of("check", application.toString()),
                List.of("check", application.toString(), "-o", "json"));
    }

    private static boolean succeeds(List<String> run) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        CommandLine main = Main.commandLine().setOut(nowhere).setErr(nowhere);
        return main.execute(run.toArray(String[]::new)) == ExitCodes.OK;
    }
}
