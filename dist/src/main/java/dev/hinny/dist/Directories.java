package dev.hinny.dist;

import java.nio.file.Path;

/** Where things are kept unless the user says otherwise. The home is the environment's, so that it can be replaced. */
public final class Directories {
    private Directories() {}

    public static Path home() {
        String home = System.getenv("HOME");
        return Path.of(home == null || home.isEmpty() ? System.getProperty("user.home") : home);
    }

    /** The platform's data directory. */
    public static Path data() {
        return home().resolve(".hinny").resolve("platform");
    }

    /** The checkout or installation that the launcher belongs to. */
    public static Path installation() {
        return Path.of(System.getProperty("hinny.home", ".")).toAbsolutePath().normalize();
    }
}
