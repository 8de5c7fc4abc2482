package dev.hinny.dist.platform;

import dev.hinny.base.Problem;
import dev.hinny.base.ProblemException;
import dev.hinny.gateway.api.PolicyCatalog;
import dev.hinny.gateway.engine.BoundApi;
import dev.hinny.gateway.engine.Gateway;
import dev.hinny.gateway.engine.UnknownApi;
import dev.hinny.plane.agent.Agent;
import dev.hinny.plane.agent.AgentOptions;
import dev.hinny.plane.agent.Artifacts;
import dev.hinny.plane.agent.Condition;
import dev.hinny.plane.agent.SnapshotHandler;
import dev.hinny.plane.contract.agent.StatusReport;
import dev.hinny.plane.contract.agent.WorkerSnapshot;
import dev.hinny.runtime.engine.ApplicationRuntime;
import dev.hinny.runtime.engine.Applications;
import dev.hinny.runtime.engine.Host;
import dev.hinny.runtime.engine.log.Logs;
import dev.hinny.runtime.model.LoadOptions;
import dev.hinny.runtime.model.descriptor.Catalog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One replica of an application with its gateway and its agent. */
final class WorkerProcess implements SnapshotHandler<WorkerSnapshot> {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerProcess.class);
    private static final Duration DRAIN = Duration.ofSeconds(30);

    private final Gateway gateway;
    private final LoopbackListeners listeners = new LoopbackListeners();
    private final Agent<WorkerSnapshot> agent;
    private volatile StatusReport.State state = StatusReport.State.STARTING;
    private volatile long startedMillis;
    private volatile List<String> problems = List.of();
    private WorkerSnapshot.@Nullable Application running;
    private @Nullable ApplicationRuntime runtime;

    private WorkerProcess(Path bootstrap) {
        gateway = new Gateway(
                PolicyCatalog.installed(WorkerProcess.class.getClassLoader()),
                UnknownApi.REFUSE,
                (request, problem, cause) -> LOG.error("{}", problem.line(), cause));
        agent = Agent.worker(bootstrap, this, AgentOptions.standard());
        Logs.standard().add(new AgentSink(agent.logs()));
    }

    /** Runs until a controller or a signal ends it. */
    static void run(Path bootstrap) {
        WorkerProcess worker = new WorkerProcess(bootstrap);
        worker.agent.start();
        Runtime.getRuntime().addShutdownHook(new Thread(worker::end, "worker-shutdown"));
        worker.agent.stopped().join();
    }

    /** Policies and contracts come into force before the first request is taken. */
    @Override
    public synchronized void apply(WorkerSnapshot snapshot, Artifacts artifacts) {
        gateway.apply(GatewayTranslator.apis(snapshot.apis()));
        if (running == null) {
            start(snapshot.application(), artifacts);
        } else if (!running.equals(snapshot.application())) {
            throw new ProblemException(Problem.error(
                    "OTHER-APPLICATION",
                    null,
                    "this replica runs the archive " + running.artifactSha256() + " of " + running.name()
                            + ", and another version or configuration needs a replica of its own",
                    "start a new replica and stop this one"));
        }
        agent.changed();
    }

    private void start(WorkerSnapshot.Application application, Artifacts artifacts) {
        long began = System.nanoTime();
        Path archive = artifacts.file(application.artifactSha256(), application.fileName());
        Path data = Path.of(agent.bootstrap().directory());
        Host host = Host.withData(data)
                .withListeners(listeners)
                .withTemporary(data.resolve("tmp"))
                .withService(Gateway.class, gateway);
        try {
            runtime =
                    Applications.start(archive, Catalog.standard(), LoadOptions.strict(application.properties()), host);
        } catch (ProblemException e) {
            problems = e.problems().stream().map(Problem::line).toList();
            state = StatusReport.State.FAILED;
            agent.changed();
            throw e;
        }
        running = application;
        problems = runtime.problems().stream().map(Problem::line).toList();
        startedMillis = Math.max(1, Duration.ofNanos(System.nanoTime() - began).toMillis());
        state = StatusReport.State.RUNNING;
    }

    @Override
    public Condition condition() {
        return new Condition(
                state,
                startedMillis,
                listeners.bound(),
                problems,
                gateway.bound().stream().map(WorkerProcess::status).toList());
    }

    private static StatusReport.ApiStatus status(BoundApi api) {
        return new StatusReport.ApiStatus(
                api.id(), api.flow(), api.problems().stream().map(Problem::line).toList());
    }

    @Override
    public synchronized void drain() {
        state = StatusReport.State.DRAINING;
        ApplicationRuntime ending = runtime;
        if (ending != null) {
            ending.stop(DRAIN);
            ending.close();
            runtime = null;
        }
        Logs.standard().flush();
    }

    private void end() {
        drain();
        agent.close();
    }
}
