package dev.hinny.dist;

import java.io.PrintWriter;
import java.io.Writer;
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
    /** One line a command; each must end with 0. */
    private static final List<List<String>> RUNS = List.of(List.of("help"), List.of("--version"));

    @Override
    public Integer call() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        for (List<String> run : RUNS) {
            CommandLine main = Main.commandLine().setOut(nowhere).setErr(nowhere);
            if (main.execute(run.toArray(String[]::new)) != ExitCodes.OK) {
                return ExitCodes.FAILED;
            }
        }
        return ExitCodes.OK;
    }
}
