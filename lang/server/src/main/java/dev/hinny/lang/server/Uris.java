package dev.hinny.lang.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** URIs of documents, and the names that their texts have in messages and definitions. */
final class Uris {
    private Uris() {}

    /** The file of a URI, where it is one. */
    static Optional<Path> path(String uri) {
        try {
            URI parsed = URI.create(uri);
            return "file".equalsIgnoreCase(parsed.getScheme())
                    ? Optional.of(Path.of(new URI("file", null, parsed.getPath(), null))
                            .normalize())
                    : Optional.empty();
        } catch (IllegalArgumentException | java.net.URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** What the text of a document is called: its file, or the URI itself. */
    static String name(String uri) {
        return path(uri).map(Path::toString).orElse(uri);
    }

    static String of(Path path) {
        return path.toUri().toString();
    }
}
