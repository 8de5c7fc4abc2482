package dev.hinny.dist;

import dev.hinny.base.Problem;
import dev.hinny.base.ProblemException;
import dev.hinny.dist.application.CheckCommand;
import dev.hinny.dist.application.RunCommand;
import dev.hinny.dist.demo.DemoCommand;
import dev.hinny.dist.platform.DownCommand;
import dev.hinny.dist.platform.EdgeCommand;
import dev.hinny.dist.platform.UpCommand;
import dev.hinny.dist.platform.WorkerCommand;
import dev.hinny.lang.tools.LanguageServerCommand;
import dev.hinny.lang.tools.ScriptCommand;
import dev.hinny.lang.tools.UsageErrors;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** {@code hinny}: the root command and the list of its commands. */
@Command(
        name = "hinny",
        description = "Open, self-hosted integration and API platform that runs Mule 4 applications.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:done, and all that was checked held",
            "1:a check or test failed",
            "2:wrong usage, or the command could not look at what it was given",
            "3:the machine lacks something (a JDK, a free port, a service)",
            "4:the build failed (launcher only)",
            "70:a defect of Hinny",
            "130, 143:ended by Ctrl-C, by 'hinny down' or another signal"
        })
public final class Main {
    private static final int USAGE_WIDTH = 120;

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** Without a command it prints the usage and ends with {@link ExitCodes#USAGE}. */
    static CommandLine commandLine() {
        CommandLine root = new CommandLine(new Main());
        commands().forEach(root::addSubcommand);
        root.setUsageHelpWidth(USAGE_WIDTH);
        UsageErrors.install(root, Version.lines());
        root.setExecutionStrategy(parsed -> {
            if (parsed.hasSubcommand() || parsed.isUsageHelpRequested() || parsed.isVersionHelpRequested()) {
                return new CommandLine.RunLast().execute(parsed);
            }
            root.usage(root.getErr());
            return ExitCodes.USAGE;
        });
        root.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof ProblemException told) {
                told.problems().stream().map(Problem::line).forEach(root.getErr()::println);
                return ExitCodes.of(told.first().blame());
            }
            failure.printStackTrace(root.getErr());
            return ExitCodes.DEFECT;
        });
        return root;
    }

    /** One line a command. New ones each time: they keep what they were given. */
    private static List<Object> commands() {
        return List.of(
                new HelpCommand(),
                new DemoCommand(),
                new UpCommand(),
                new DownCommand(),
                new RunCommand(),
                new CheckCommand(),
                new ScriptCommand(),
                new LanguageServerCommand(),
                new WorkerCommand(),
                new EdgeCommand(),
                new Train());
    }
}
