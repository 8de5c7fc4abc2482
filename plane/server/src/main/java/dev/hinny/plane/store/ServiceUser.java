package dev.hinny.plane.store;

import dev.hinny.base.Problem;
import dev.hinny.base.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whom PostgreSQL runs as: ourselves, or an unprivileged user where we are root, because PostgreSQL refuses to run as
 * root. That user must be able to reach its files, so below a closed home they move to {@code /var/lib/hinny}.
 */
record ServiceUser(Optional<String> name) {
    static ServiceUser current() {
        if (!isRoot()) {
            return new ServiceUser(Optional.empty());
        }
        for (String candidate : List.of("postgres", "nobody")) {
            if (exists(candidate)) {
                return new ServiceUser(Optional.of(candidate));
            }
        }
        throw new ProblemException(Problem.error(
                "NO-SERVICE-USER",
                null,
                "PostgreSQL does not run as root, and there is no user 'postgres' or 'nobody' to run it as",
                "create one of them, run as another user, or give the URL of a PostgreSQL"));
    }

    /** Where the files of the wanted directory really go. */
    Path reachable(Path wanted) throws IOException {
        if (name.isEmpty() || othersMayPass(wanted)) {
            return wanted;
        }
        return Path.of("/var/lib/hinny", fingerprint(wanted));
    }

    /** The command, run as this user. */
    List<String> command(List<String> command) {
        if (name.isEmpty()) {
            return command;
        }
        List<String> full = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/setpriv"))) {
            full.addAll(List.of("/usr/bin/setpriv", "--reuid", name.get(), "--regid", group(), "--clear-groups", "--"));
        } else if (Files.isExecutable(Path.of("/usr/sbin/runuser"))) {
            full.addAll(List.of("/usr/sbin/runuser", "-u", name.get(), "--"));
        } else {
            full.addAll(List.of("/sbin/su-exec", name.get()));
        }
        full.addAll(command);
        return full;
    }

    void own(Path path) throws IOException {
        if (name.isPresent()) {
            UserPrincipal user =
                    path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(name.get());
            PosixFileAttributeView view =
                    Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
            view.setOwner(user);
        }
    }

    private static boolean othersMayPass(Path directory) throws IOException {
        for (Path p = directory.toAbsolutePath(); p != null; p = p.getParent()) {
            if (Files.isDirectory(p)
                    && !Files.getPosixFilePermissions(p).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                return false;
            }
        }
        return true;
    }

    static String fingerprint(Path path) {
        byte[] hash = Hashes.sha256(path.toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash, 0, 8);
    }

    private String group() {
        return passwd(name.orElseThrow()).map(line -> line.split(":", -1)[3]).orElse(name.orElseThrow());
    }

    private static boolean isRoot() {
        try {
            return Files.getOwner(Path.of("/proc/self")).getName().equals("root");
        } catch (IOException e) {
            return System.getProperty("user.name", "").equals("root");
        }
    }

    private static boolean exists(String user) {
        return passwd(user).isPresent();
    }

    private static Optional<String> passwd(String user) {
        try (Stream<String> lines = Files.lines(Path.of("/etc/passwd"))) {
            return lines.filter(line -> line.startsWith(user + ":")).findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
