package dev.hinny.dist.platform;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A replica of an application: started by a fabric, not by hand. */
@Command(name = "worker", hidden = true, description = "Run an application's replica that a controller started.")
public final class WorkerCommand implements Callable<Integer> {
    @Option(names = "--bootstrap", required = true, paramLabel = "FILE", description = "What the fabric wrote.")
    private Path bootstrap = Path.of("");

    @Override
    public Integer call() {
        WorkerProcess.run(bootstrap);
        return 0;
    }
}
