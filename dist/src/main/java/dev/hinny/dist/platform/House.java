package dev.hinny.dist.platform;

import dev.hinny.base.Blame;
import dev.hinny.base.Problem;
import dev.hinny.base.ProblemException;
import dev.hinny.base.Severity;
import dev.hinny.cli.platform.AccessFile;
import dev.hinny.dist.Jvm;
import dev.hinny.fabric.local.FabricLimits;
import dev.hinny.fabric.local.LaunchCommand;
import dev.hinny.fabric.local.LocalFabric;
import dev.hinny.plane.contract.Json;
import dev.hinny.plane.server.AccessInfo;
import dev.hinny.plane.server.Controller;
import dev.hinny.plane.server.ControllerConfig;
import dev.hinny.plane.store.Modes;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A platform on one machine, by its data directory: wires controller, fabric and checks together. */
public final class House {
    private static final System.Logger LOG = System.getLogger(House.class.getName());
    private static final long END_SECONDS = 120;
    /** Problems that say that somebody else has the directory. */
    private static final Set<String> OTHERS = Set.of("FABRIC-IN-USE", "ALREADY-RUNNING");

    private final Path data;

    public House(Path data) {
        this.data = data.toAbsolutePath().normalize();
    }

    /** Starts a controller on the directory; replicas that still run are adopted. */
    public Controller start(int port, int edgePort, String database) {
        boolean fresh = !Files.exists(data);
        try {
            // Before the fabric makes it: the database's user must be able to pass.
            Modes.passableDirectory(data);
            return controller(port, edgePort, database);
        } catch (ProblemException e) {
            boolean others = OTHERS.contains(e.first().code());
            if (fresh && !others) {
                forget();
            }
            throw others ? alreadyRunning(e) : e;
        } catch (IOException e) {
            throw new ProblemException(directoryProblem(e), e);
        }
    }

    private Controller controller(int port, int edgePort, String database) {
        LocalFabric fabric = fabric();
        try {
            return Controller.start(ControllerConfig.of(data, fabric)
                    .withPort(port)
                    .withEdgePorts(edgePort, 0)
                    .withDatabaseUrl(database)
                    .withPolicies(Policies.templates())
                    .withCheck(UploadCheck::problems));
        } catch (RuntimeException | Error e) {
            fabric.close();
            throw e;
        }
    }

    /** A directory that a start made in vain. */
    private void forget() {
        try {
            Controller.erase(data);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "something stays in " + data + ": " + e.getMessage());
        }
    }

    private ProblemException alreadyRunning(ProblemException cause) {
        return new ProblemException(
                new Problem(
                        "ALREADY-RUNNING",
                        Severity.ERROR,
                        Blame.USER,
                        null,
                        "a platform runs already on the data directory '" + data + "'",
                        "stop it with 'hinny down --data " + data + "', or give another directory with --data"),
                cause);
    }

    private Problem directoryProblem(IOException e) {
        return new Problem(
                "DATA-DIRECTORY",
                Severity.ERROR,
                Blame.USER,
                null,
                "the data directory '" + data + "' cannot be used: " + reason(e),
                "give a directory that can be written with --data");
    }

    private static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException denied -> "no permission for '" + denied.getFile() + "'";
            case FileAlreadyExistsException exists -> "'" + exists.getFile() + "' is no directory";
            case NoSuchFileException missing -> "'" + missing.getFile() + "' cannot be made";
            case FileSystemException other
            when other.getReason() != null -> other.getReason() + " ('" + other.getFile() + "')";
            default -> String.valueOf(e.getMessage());
        };
    }

    private LocalFabric fabric() {
        return new LocalFabric(
                data, LaunchCommand.ofThisJvm("dev.hinny.dist.Main", Jvm.ofReplica()), FabricLimits.standard());
    }

    /** Writes {@code access.json}, readable by its owner only, in one step. */
    public AccessFile publish(AccessInfo info) throws IOException {
        AccessFile access = new AccessFile(
                info.url(),
                info.ca(),
                info.username(),
                info.password(),
                info.organization(),
                info.organizationId(),
                info.environment(),
                info.environmentId(),
                info.edge(),
                info.domain(),
                ProcessHandle.current().pid());
        Path temporary = data.resolve("." + AccessFile.NAME + ".new");
        Files.deleteIfExists(temporary);
        Files.createFile(temporary, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(temporary, Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(access));
        Files.move(
                temporary,
                data.resolve(AccessFile.NAME),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        return access;
    }

    /** Removes {@code access.json}: the platform is no longer to be reached. */
    public void withdraw() {
        try {
            Files.deleteIfExists(data.resolve(AccessFile.NAME));
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "access.json stays: " + e.getMessage());
        }
    }

    /** Ends the controller, if one runs, and everything that it or a killed one left; whether there was anything. */
    public boolean end() throws IOException, InterruptedException {
        if (!Files.isDirectory(data)) {
            return false;
        }
        Optional<ProcessHandle> controller = controller();
        if (controller.isPresent()) {
            controller.get().destroy();
            await(controller.get());
        }
        withdraw();
        LocalFabric.endAll(data, FabricLimits.standard());
        try (LocalFabric fabric = fabric()) {
            return Controller.end(data, fabric) || controller.isPresent();
        }
    }

    private Optional<ProcessHandle> controller() throws IOException {
        OptionalLong pid = Controller.running(data);
        return pid.isPresent() ? ProcessHandle.of(pid.getAsLong()) : Optional.empty();
    }

    private static void await(ProcessHandle process) throws InterruptedException {
        try {
            process.onExit().get(END_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
