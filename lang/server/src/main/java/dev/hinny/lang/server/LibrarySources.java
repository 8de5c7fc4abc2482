package dev.hinny.lang.server;

import dev.hinny.base.SourceText;
import dev.hinny.lang.front.StandardLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The library's sources as files, for editors that cannot show anything else; written when one is first asked for. */
final class LibrarySources {
    /** The file of a module; empty where it cannot be written. */
    Optional<String> uri(String module) {
        SourceText text = StandardLibrary.source(module);
        if (text == null) {
            return Optional.empty();
        }
        try {
            String version = Integer.toHexString(text.text().hashCode());
            Path file = cache().resolve(version).resolve(text.name());
            if (!Files.exists(file)) {
                Files.createDirectories(file.getParent());
                Path fresh = Files.createTempFile(file.getParent(), "", ".new");
                Files.writeString(fresh, text.text());
                fresh.toFile().setWritable(false);
                Files.move(fresh, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
            return Optional.of(Uris.of(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Path cache() {
        String cache = System.getenv("XDG_CACHE_HOME");
        String home = System.getenv("HOME");
        Path base = cache != null && !cache.isEmpty()
                ? Path.of(cache)
                : Path.of(home == null || home.isEmpty() ? System.getProperty("java.io.tmpdir") : home, ".cache");
        return base.toAbsolutePath().resolve("hinny").resolve("library");
    }
}
