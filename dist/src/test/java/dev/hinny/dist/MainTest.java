package dev.hinny.dist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.base.Blame;
import dev.hinny.base.Problem;
import dev.hinny.base.ProblemException;
import dev.hinny.base.Severity;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine main =
            Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

    @Test
    void helpListsEveryCommandAndTheExitStatuses() {
        assertThat(main.execute("help")).isEqualTo(ExitCodes.OK);
        main.getSubcommands().forEach((name, command) -> {
            if (!command.getCommandSpec().usageMessage().hidden()) {
                assertThat(out.toString()).contains("  " + name + " ");
            }
        });
        assertThat(out.toString()).contains("Exit status:");
    }

    @Test
    void trainingRunSucceedsAndPrintsNothing() {
        assertThat(main.execute("train")).isEqualTo(ExitCodes.OK);
        assertThat(out.toString() + err).isEmpty();
    }

    @Test
    void versionNamesTheJavaThatRunsIt() {
        assertThat(main.execute("--version")).isEqualTo(ExitCodes.OK);
        assertThat(out.toString()).contains("hinny ").contains(Runtime.version().toString());
    }

    @Test
    void noCommandShowsTheUsageOnStandardError() {
        assertThat(main.execute()).isEqualTo(ExitCodes.USAGE);
        assertThat(err.toString()).contains("Usage: hinny");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void unknownCommandIsNamedWithASuggestion() {
        assertThat(main.execute("hlep")).isEqualTo(ExitCodes.USAGE);
        assertThat(err.toString()).contains("'hlep'").contains("help");
    }

    @Test
    void problemIsPrintedAsOneLineAndItsBlameDecidesTheStatus() {
        main.addSubcommand(new Fails(new ProblemException(
                new Problem("PORT-IN-USE", Severity.ERROR, Blame.CAPACITY, null, "port 8081 is taken", "stop it"))));
        assertThat(main.execute("fails")).isEqualTo(ExitCodes.ENVIRONMENT);
        assertThat(err.toString().strip()).isEqualTo("error: PORT-IN-USE: port 8081 is taken (stop it)");
    }

    @Test
    void anythingElseIsADefectWithItsStackTrace() {
        main.addSubcommand(new Fails(new IllegalStateException("broken")));
        assertThat(main.execute("fails")).isEqualTo(ExitCodes.DEFECT);
        assertThat(err.toString()).contains("IllegalStateException: broken");
    }

    @Command(name = "fails")
    private record Fails(RuntimeException failure) implements Callable<Integer> {
        @Override
        public Integer call() {
            throw failure;
        }
    }
}
