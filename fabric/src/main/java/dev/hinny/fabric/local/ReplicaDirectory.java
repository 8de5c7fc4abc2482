package dev.hinny.fabric.local;

import dev.hinny.plane.contract.Json;
import dev.hinny.plane.contract.PrivateFile;
import dev.hinny.plane.contract.agent.AgentBootstrap;
import dev.hinny.plane.contract.agent.AgentIdentity;
import dev.hinny.plane.contract.agent.ReplicaFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/** The files of one replica. */
record ReplicaDirectory(Path path) {
    private static final String STATE = "state.json";

    Path bootstrap() {
        return path.resolve(ReplicaFiles.BOOTSTRAP);
    }

    Path console() {
        return path.resolve(ReplicaFiles.CONSOLE);
    }

    Path temporary() {
        return path.resolve("tmp");
    }

    void create() throws IOException {
        PrivateFile.directories(path);
    }

    /** What a killed process left behind would add up. */
    void emptyTemporary() throws IOException {
        if (Files.exists(temporary())) {
            delete(temporary());
        }
        PrivateFile.directories(temporary());
    }

    ReplicaState state() throws IOException {
        return read(path.resolve(STATE), ReplicaState.class);
    }

    void state(ReplicaState state) throws IOException {
        PrivateFile.write(path.resolve(STATE), Json.bytes(state));
    }

    AgentBootstrap readBootstrap() throws IOException {
        return read(bootstrap(), AgentBootstrap.class);
    }

    /** Writes the bootstrap with this directory in it, and with the identity of the old one where that lasts longer. */
    void bootstrap(AgentBootstrap given) throws IOException {
        AgentIdentity identity = given.identity();
        if (Files.exists(bootstrap())) {
            try {
                AgentBootstrap present = readBootstrap();
                if (expiry(present.identity()).isAfter(expiry(identity))) {
                    identity = present.identity();
                }
                if (present.controllers().equals(given.controllers())
                        && present.identity().equals(identity)) {
                    return;
                }
            } catch (IOException unreadable) {
                // the one given replaces it
            }
        }
        AgentBootstrap complete =
                new AgentBootstrap(given.role(), given.replicaId(), given.controllers(), path.toString(), identity);
        PrivateFile.write(bootstrap(), Json.bytes(complete));
    }

    /** Whether the agent ended because it was told to. */
    boolean stopped() {
        return Files.exists(path.resolve(ReplicaFiles.STOPPED));
    }

    void forgetStopped() throws IOException {
        Files.deleteIfExists(path.resolve(ReplicaFiles.STOPPED));
    }

    /** The process appends and keeps its descriptor, so that the file is copied and emptied, not renamed. */
    void boundConsole(long bytes) throws IOException {
        if (Files.exists(console()) && Files.size(console()) > bytes) {
            Files.copy(console(), path.resolve(ReplicaFiles.CONSOLE + ".1"), StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel channel = FileChannel.open(console(), StandardOpenOption.WRITE)) {
                channel.truncate(0);
            }
        }
    }

    void delete() throws IOException {
        delete(path);
    }

    private static void delete(Path tree) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(tree)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.deleteIfExists(file);
        }
    }

    private static <T> T read(Path file, Class<T> type) throws IOException {
        try {
            return Json.read(Files.readAllBytes(file), type);
        } catch (JacksonException e) {
            throw new IOException("'" + file + "' is no " + type.getSimpleName() + ": " + e.getOriginalMessage(), e);
        }
    }

    private static Instant expiry(AgentIdentity identity) {
        try {
            return Instant.parse(identity.expires());
        } catch (DateTimeException e) {
            return Instant.MIN;
        }
    }
}
