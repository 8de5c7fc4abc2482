package dev.hinny.plane.store;

import dev.hinny.base.Blame;
import dev.hinny.base.Problem;
import dev.hinny.base.ProblemException;
import dev.hinny.base.Severity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A durable PostgreSQL of our own below a directory: made once, started on a free loopback port in its own session, so
 * that it outlives a killed controller and is adopted by the next one. While this object is open, a server that dies is
 * started again.
 */
public final class LocalPostgres implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalPostgres.class);
    private static final String USER = "hinny";
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final Path files;
    private final Path home;
    private final ServiceUser user;
    private final String password;
    private final PGSimpleDataSource dataSource = new PGSimpleDataSource();
    private final Thread supervisor;
    private final boolean adopted;
    private volatile boolean open = true;
    private int port;
    private long pid;

    /** Starts or adopts the server of the directory, which is made when it is missing. */
    public static LocalPostgres start(Path directory) {
        try {
            return new LocalPostgres(directory.toAbsolutePath().normalize());
        } catch (IOException e) {
            throw failed("PostgreSQL in '" + directory + "' cannot be started: " + e.getMessage(), "", e);
        }
    }

    /** Where the files of that directory are: elsewhere when we are root and its parents are closed to others. */
    public static Path location(Path directory) throws IOException {
        return ServiceUser.current().reachable(directory.toAbsolutePath().normalize());
    }

    /** Stops the server of the directory when one runs, without anybody having started or adopted it here; whether one ran. */
    public static boolean stop(Path directory) throws IOException {
        ServiceUser user = ServiceUser.current();
        Path files = user.reachable(directory.toAbsolutePath().normalize());
        Path running = files.resolve("data/postmaster.pid");
        if (Files.exists(running)) {
            long process = Long.parseLong(Files.readAllLines(running).getFirst().trim());
            if (ProcessHandle.of(process).filter(ProcessHandle::isAlive).isPresent()) {
                start(directory).close();
                return true;
            }
        }
        return false;
    }

    /** Removes the directory's files, wherever they really are. The server must be stopped. */
    public static void delete(Path directory) throws IOException {
        Trees.delete(location(directory));
        Trees.delete(directory);
    }

    private LocalPostgres(Path directory) throws IOException {
        user = ServiceUser.current();
        files = user.reachable(directory);
        Files.createDirectories(directory);
        Files.createDirectories(files);
        if (!files.equals(directory)) {
            Files.writeString(directory.resolve("LOCATION"), files + "\n");
        }
        Modes.set(files, "rwxr-xr-x");
        home = PostgresBinaries.unpack(files);
        password = initialise();
        dataSource.setServerNames(new String[] {"127.0.0.1"});
        dataSource.setDatabaseName("postgres");
        dataSource.setUser(USER);
        dataSource.setPassword(password);
        dataSource.setConnectTimeout(5);
        dataSource.setTcpKeepAlive(true);
        dataSource.setApplicationName("hinny-controller");
        adopted = adopt();
        if (!adopted) {
            run(START_LIMIT);
        }
        supervisor = Thread.ofVirtual().name("postgres-supervisor").start(this::supervise);
    }

    /** Connections to the server that runs now; stays valid when the server is started again. */
    public PGSimpleDataSource dataSource() {
        return dataSource;
    }

    /** Whether it ran already. */
    public boolean adopted() {
        return adopted;
    }

    /** Process id of the server that runs now. */
    public synchronized long pid() {
        return pid;
    }

    public synchronized int port() {
        return port;
    }

    /** Stops the server: connections are closed, what was committed is on disk. */
    @Override
    public void close() {
        release();
        try {
            exec(List.of(program("pg_ctl"), "stop", "-D", data(), "-m", "fast", "-w", "-t", "60"), START_LIMIT);
        } catch (IOException e) {
            LOG.warn("PostgreSQL did not stop: {}", e.getMessage());
        }
    }

    /** Stops watching the server and leaves it running, for the next controller to adopt. */
    public void release() {
        open = false;
        supervisor.interrupt();
        try {
            supervisor.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String initialise() throws IOException {
        Path passwordFile = files.resolve("password");
        Path data = files.resolve("data");
        if (Files.exists(data.resolve("PG_VERSION")) && Files.exists(passwordFile)) {
            return Files.readString(passwordFile).trim();
        }
        // The password file is written last but one, the rename is last: a crash in between starts over.
        Path unfinished = files.resolve("data.new");
        Trees.delete(unfinished);
        Files.createDirectory(unfinished);
        Modes.set(unfinished, "rwx------");
        user.own(unfinished);
        String secret = Hashes.randomText(32);
        Path handover = files.resolve("password.init");
        Modes.writePrivate(handover, (secret + "\n").getBytes(StandardCharsets.UTF_8));
        user.own(handover);
        try {
            exec(
                    List.of(
                            program("initdb"),
                            "-D",
                            unfinished.toString(),
                            "-U",
                            USER,
                            "-A",
                            "scram-sha-256",
                            "--pwfile=" + handover,
                            "--encoding=UTF8",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--locale=C",
                            "--no-instructions"),
                    Duration.ofMinutes(2));
        } finally {
            Files.deleteIfExists(handover);
        }
        Modes.writePrivate(passwordFile, (secret + "\n").getBytes(StandardCharsets.UTF_8));
        Files.move(unfinished, data);
        return secret;
    }

    private synchronized boolean adopt() throws IOException {
        Optional<long[]> running = postmaster();
        if (running.isEmpty()) {
            return false;
        }
        pid = running.get()[0];
        port = (int) running.get()[1];
        dataSource.setPortNumbers(new int[] {port});
        return accepts(Duration.ofSeconds(20));
    }

    /** Process id and port of the live server that holds the data directory. */
    private Optional<long[]> postmaster() throws IOException {
        Path file = files.resolve("data/postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.size() < 4 || !lines.get(1).equals(data())) {
            return Optional.empty();
        }
        long found = Long.parseLong(lines.get(0).trim());
        boolean alive = ProcessHandle.of(found).filter(ProcessHandle::isAlive).isPresent();
        return alive
                ? Optional.of(new long[] {found, Long.parseLong(lines.get(3).trim())})
                : Optional.empty();
    }

    private synchronized void run(Duration limit) throws IOException {
        long end = System.nanoTime() + limit.toNanos();
        String last = "";
        while (System.nanoTime() < end && open) {
            // Backends of a killed server hold its shared memory for a moment, so a refused start is tried again.
            port = port != 0 && last.isEmpty() ? port : freePort();
            dataSource.setPortNumbers(new int[] {port});
            try {
                exec(
                        List.of(
                                program("pg_ctl"),
                                "start",
                                "-D",
                                data(),
                                "-l",
                                log().toString(),
                                "-w",
                                "-t",
                                "60",
                                "-o",
                                settings()),
                        limit);
                pid = postmaster().orElseThrow(() -> new IOException("no postmaster.pid"))[0];
                if (accepts(Duration.ofSeconds(20))) {
                    return;
                }
                last = "it does not accept connections";
            } catch (IOException e) {
                last = String.valueOf(e.getMessage());
            }
            if (!pause(300)) {
                break;
            }
        }
        throw failed("PostgreSQL does not start: " + last, "see '" + log() + "'", null);
    }

    private String settings() {
        return "-p " + port
                + " -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=on -c synchronous_commit=on"
                + " -c full_page_writes=on -c shared_buffers=32MB -c max_connections=50 -c jit=off"
                + " -c max_parallel_workers_per_gather=0 -c password_encryption=scram-sha-256"
                + " -c log_line_prefix='%m [%p] ' -c timezone=UTC -c log_timezone=UTC";
    }

    private void supervise() {
        while (open) {
            if (!awaitEnd() || !open) {
                return;
            }
            LOG.warn("PostgreSQL (process {}) ended unexpectedly and is started again", pid());
            try {
                run(START_LIMIT);
                LOG.info("PostgreSQL runs again (process {})", pid());
            } catch (ProblemException | IOException e) {
                LOG.error("PostgreSQL cannot be started again: {}", e.getMessage());
                if (!pause(2000)) {
                    return;
                }
            }
        }
    }

    private boolean awaitEnd() {
        try {
            Optional<ProcessHandle> server = ProcessHandle.of(pid());
            if (server.isPresent()) {
                server.get().onExit().get();
            }
            return true;
        } catch (InterruptedException e) {
            return false;
        } catch (ExecutionException e) {
            return true;
        }
    }

    private boolean accepts(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() < end) {
            try (var connection = dataSource.getConnection()) {
                return connection.isValid(5);
            } catch (SQLException e) {
                if (!pause(50)) {
                    return false;
                }
            }
        }
        return false;
    }

    private Path log() throws IOException {
        Path directory = files.resolve("log");
        if (!Files.isDirectory(directory)) {
            Files.createDirectory(directory);
            Modes.set(directory, "rwx------");
            user.own(directory);
        }
        return directory.resolve("postgres.log");
    }

    private String data() {
        return files.resolve("data").toString();
    }

    private String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    private void exec(List<String> command, Duration limit) throws IOException {
        // pg_ctl's child inherits the output, so it goes to a file: reading a pipe to its end would never end.
        Path output = Files.createTempFile("hinny-postgres", ".out");
        try {
            Process process = new ProcessBuilder(user.command(command))
                    .directory(files.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new IOException(Path.of(command.getFirst()).getFileName() + " takes longer than " + limit);
            }
            if (process.exitValue() != 0) {
                String said = Files.readString(output).strip().replace('\n', ' ');
                throw new IOException(Path.of(command.getFirst()).getFileName() + " ended with status "
                        + process.exitValue() + ": " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean pause(long milliseconds) {
        try {
            Signal.pause(Duration.ofMillis(milliseconds));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static ProblemException failed(String message, String hint, @Nullable Throwable e) {
        return new ProblemException(
                new Problem("POSTGRESQL-FAILED", Severity.ERROR, Blame.UPSTREAM, null, message, hint), e);
    }
}
