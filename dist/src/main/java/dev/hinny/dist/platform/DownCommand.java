package dev.hinny.dist.platform;

import dev.hinny.dist.Directories;
import dev.hinny.dist.ExitCodes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Ends the platform that runs on a data directory, with all that belongs to it. */
@Command(
        name = "down",
        description = "Stop the platform: controller, workers, load balancer and database.",
        mixinStandardHelpOptions = true)
public final class DownCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--data", paramLabel = "DIR", description = "Data directory: ~/.hinny/platform.")
    private Path data = Directories.data();

    @Override
    public Integer call() throws IOException, InterruptedException {
        TerminalLog.install();
        boolean ran = new House(data).end();
        java.util.Objects.requireNonNull(spec)
                .commandLine()
                .getOut()
                .println(ran ? "The platform on " + data + " is down." : "Nothing ran on " + data + ".");
        return ExitCodes.OK;
    }
}
