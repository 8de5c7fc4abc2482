package dev.hinny.dist.platform;

import dev.hinny.edge.EdgeSettings;
import dev.hinny.edge.process.EdgeProcess;
import dev.hinny.plane.agent.AgentOptions;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A load balancer: started by a fabric, not by hand. */
@Command(name = "edge", hidden = true, description = "Run a load balancer that a controller started.")
public final class EdgeCommand implements Callable<Integer> {
    @Option(names = "--bootstrap", required = true, paramLabel = "FILE", description = "What the fabric wrote.")
    private Path bootstrap = Path.of("");

    @Override
    public Integer call() {
        EdgeProcess.run(bootstrap, EdgeSettings.standard(), AgentOptions.standard());
        return 0;
    }
}
