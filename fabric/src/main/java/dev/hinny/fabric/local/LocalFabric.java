package dev.hinny.fabric.local;

import dev.hinny.base.Blame;
import dev.hinny.base.Problem;
import dev.hinny.base.ProblemException;
import dev.hinny.base.Severity;
import dev.hinny.plane.contract.PrivateFile;
import dev.hinny.plane.contract.fabric.Fabric;
import dev.hinny.plane.contract.fabric.ReplicaSpec;
import dev.hinny.plane.contract.fabric.ReplicaStatus;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs each replica as a process of this machine, in {@code DIRECTORY/replicas/ID}, in a session of its own, so that it
 * outlives the controller. A new fabric on the same directory adopts what still runs and starts what does not.
 */
public final class LocalFabric implements Fabric, AutoCloseable {
    private static final System.Logger LOG = System.getLogger("dev.hinny.fabric");
    private static final Duration AFTER_KILL = Duration.ofSeconds(10);
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

    private final Path replicas;
    private final LaunchCommand launch;
    private final FabricLimits limits;
    private final FileChannel lock;
    private final Map<String, Replica> known = new ConcurrentHashMap<>();
    private final ScheduledThreadPoolExecutor timer;

    /**
     * @param directory the platform's data directory
     * @throws ProblemException {@code FABRIC-IN-USE} when another fabric has the directory, {@code FABRIC-DIRECTORY}
     *     when it cannot be used
     */
    public LocalFabric(Path directory, LaunchCommand launch, FabricLimits limits) {
        this(directory, launch, limits, true);
    }

    private LocalFabric(Path directory, LaunchCommand launch, FabricLimits limits, boolean revive) {
        this.replicas = directory.toAbsolutePath().normalize().resolve("replicas");
        this.launch = launch;
        this.limits = limits;
        this.timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("fabric").factory());
        timer.setRemoveOnCancelPolicy(true);
        try {
            PrivateFile.directories(replicas);
            lock = lock(replicas.resolve(".lock"));
            adoptAll(revive);
        } catch (IOException e) {
            throw new ProblemException(directoryProblem(e), e);
        }
        long poll = limits.poll().toMillis();
        var unused = timer.scheduleWithFixedDelay(
                () -> known.values().forEach(Replica::look), poll, poll, TimeUnit.MILLISECONDS);
    }

    /** @throws ProblemException {@code FABRIC-DIRECTORY} when the replica's files cannot be written */
    @Override
    public void start(ReplicaSpec replica) {
        String id = replica.replicaId();
        if (!ID.matcher(id).matches()) {
            throw new ProblemException(Problem.error(
                    "REPLICA-ID",
                    null,
                    "'" + id + "' is no replica id: letters, digits, '.', '_' and '-' are expected"));
        }
        Replica added = known.computeIfAbsent(id, name -> replica(name, state(replica)));
        try {
            added.start(replica.bootstrap());
        } catch (IOException e) {
            throw new ProblemException(directoryProblem(e), e);
        }
    }

    @Override
    public void stop(String replicaId) {
        Replica replica = known.get(replicaId);
        if (replica != null) {
            replica.stop();
        }
    }

    @Override
    public List<ReplicaStatus> replicas() {
        return known.values().stream().map(Replica::status).toList();
    }

    /**
     * Ends every replica that a fabric left in the directory, where no controller is there to do it.
     *
     * @throws ProblemException as the constructor does
     */
    public static void endAll(Path directory, FabricLimits limits) {
        if (Files.isDirectory(directory.resolve("replicas"))) {
            LaunchCommand none = new LaunchCommand(Path.of("java"), "", "", List.of(), Map.of());
            try (LocalFabric fabric = new LocalFabric(directory, none, limits, false)) {
                fabric.stopAll();
            }
        }
    }

    /** Ends every replica and returns when nothing of them is left, or when one cannot even be killed. */
    public void stopAll() {
        List<Replica> all = List.copyOf(known.values());
        all.forEach(Replica::stop);
        CompletableFuture<Void> gone =
                CompletableFuture.allOf(all.stream().map(Replica::gone).toArray(CompletableFuture<?>[]::new));
        try {
            gone.get(limits.grace().plus(AFTER_KILL).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.log(Level.ERROR, "Replicas in '" + replicas + "' do not end", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Leaves the replicas running and lets another fabric have the directory. */
    @Override
    public void close() {
        known.values().forEach(Replica::release);
        known.clear();
        timer.shutdownNow();
        try {
            lock.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "lock of '" + replicas + "'", e);
        }
    }

    private void adoptAll(boolean revive) throws IOException {
        List<Path> directories;
        try (Stream<Path> list = Files.list(replicas)) {
            directories = list.filter(Files::isDirectory).toList();
        }
        for (Path path : directories) {
            String id = path.getFileName().toString();
            ReplicaDirectory directory = new ReplicaDirectory(path);
            try {
                Replica replica = replica(id, directory.state());
                known.put(id, replica);
                replica.adopt(revive);
            } catch (IOException e) {
                LOG.log(Level.WARNING, "'" + path + "' is no replica that can be adopted: " + e.getMessage());
                RunningProcess.unrecorded(directory.bootstrap())
                        .ifPresent(orphan -> orphan.handle().destroyForcibly());
            }
        }
    }

    private Replica replica(String id, ReplicaState state) {
        Replica replica = new Replica(id, new ReplicaDirectory(replicas.resolve(id)), state, launch, limits, timer);
        var unused = replica.gone().thenRun(() -> known.remove(id, replica));
        return replica;
    }

    private static ReplicaState state(ReplicaSpec spec) {
        return new ReplicaState(
                spec.bootstrap().role(),
                spec.name(),
                spec.heapMegabytes(),
                List.copyOf(spec.jvmOptions()),
                0,
                0,
                0,
                "",
                false);
    }

    private FileChannel lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock held = null;
        try {
            held = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // held by this very process
        }
        if (held == null) {
            channel.close();
            throw new ProblemException(new Problem(
                    "FABRIC-IN-USE",
                    Severity.ERROR,
                    Blame.USER,
                    null,
                    "another controller runs the replicas in '" + replicas + "'",
                    "stop it first, or use another data directory"));
        }
        return channel;
    }

    private Problem directoryProblem(IOException e) {
        return new Problem(
                "FABRIC-DIRECTORY",
                Severity.ERROR,
                Blame.CAPACITY,
                null,
                "the replicas' directory '" + replicas + "' cannot be used: " + e,
                "check that it is writable and that the disk is not full");
    }
}
