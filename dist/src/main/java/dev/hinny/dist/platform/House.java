package dev.hinny.dist.platform;

import dev.hinny.cli.platform.AccessFile;
import dev.hinny.dist.Jvm;
import dev.hinny.fabric.local.FabricLimits;
import dev.hinny.fabric.local.LaunchCommand;
import dev.hinny.fabric.local.LocalFabric;
import dev.hinny.plane.contract.Json;
import dev.hinny.plane.server.AccessInfo;
import dev.hinny.plane.server.Controller;
import dev.hinny.plane.server.ControllerConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A platform on one machine, by its data directory: wires controller, fabric and checks together. */
public final class House {
    private static final long END_SECONDS = 120;

    private final Path data;

    public House(Path data) {
        this.data = data.toAbsolutePath().normalize();
    }

    /** Starts a controller on the directory; replicas that still run are adopted. */
    public Controller start(int port, int edgePort, String database) {
        return Controller.start(ControllerConfig.of(data, fabric())
                .withPort(port)
                .withEdgePorts(edgePort, 0)
                .withDatabaseUrl(database)
                .withPolicies(Policies.templates())
                .withCheck(UploadCheck::problems));
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
            System.getLogger(House.class.getName())
                    .log(System.Logger.Level.WARNING, "access.json stays: " + e.getMessage());
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
            Controller.end(data, fabric);
        }
        return true;
    }

    private Optional<ProcessHandle> controller() {
        if (!Files.isRegularFile(data.resolve(AccessFile.NAME))) {
            return Optional.empty();
        }
        return ProcessHandle.of(AccessFile.read(data).pid())
                .filter(p ->
                        p.info().commandLine().map(c -> c.contains("dev.hinny")).orElse(true));
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
