package dev.hinny.plane.store;

import dev.hinny.base.Problem;
import dev.hinny.base.ProblemException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs that travel as a resource of the class path, unpacked once. */
final class PostgresBinaries {
    static final String VERSION = "18.6";

    private PostgresBinaries() {}

    /** The directory that holds {@code bin}, {@code lib} and {@code share}; unpacks it when it is not there yet. */
    static Path unpack(Path directory) throws IOException {
        Path home = directory.resolve(VERSION);
        if (Files.isExecutable(home.resolve("bin/postgres"))) {
            return home;
        }
        Files.createDirectories(directory);
        Path unfinished = Files.createTempDirectory(directory, VERSION + ".");
        try {
            try (InputStream in = resource()) {
                Tar.unpack(new BufferedInputStream(new XZInputStream(in), 1 << 16), unfinished);
            }
            Modes.set(unfinished, "rwxr-xr-x");
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Trees.delete(unfinished);
            if (!Files.isExecutable(home.resolve("bin/postgres"))) {
                throw e;
            }
        }
        return home;
    }

    private static InputStream resource() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch", "");
        boolean arm = arch.equals("aarch64") || arch.equals("arm64");
        String name =
                (os.contains("mac") ? "postgres-darwin-" : "postgres-linux-") + (arm ? "arm_64" : "x86_64") + ".txz";
        InputStream in = PostgresBinaries.class.getResourceAsStream("/" + name);
        if (in == null) {
            throw new ProblemException(Problem.error(
                    "NO-POSTGRESQL",
                    null,
                    "there is no PostgreSQL for '" + os + "' on '" + arch + "' in this distribution",
                    "give the URL of a PostgreSQL 15 or newer instead"));
        }
        return in;
    }
}
