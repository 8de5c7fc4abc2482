package dev.hinny.specs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A root file and the files that it may refer to. Names are relative, with {@code /}, and never climb above the root. */
public interface SpecSource {
    /** The name of the root file. */
    String root();

    /** The bytes of a file, at most {@code limit} + 1 of them; empty where there is none. */
    Optional<byte[]> read(String name, int limit) throws IOException;

    /** What problems call a file. */
    default String label(String name) {
        return name;
    }

    /** A file, with everything in its folder and below. */
    static SpecSource file(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path folder = absolute.getParent();
        Path name = absolute.getFileName();
        if (folder == null || name == null) {
            throw new IllegalArgumentException("'" + file + "' is no file");
        }
        return directory(folder, name.toString());
    }

    /** The files under a directory; links that lead out of it are not followed. */
    static SpecSource directory(Path directory, String root) {
        return new SpecSource() {
            @Override
            public String root() {
                return root;
            }

            @Override
            public Optional<byte[]> read(String name, int limit) throws IOException {
                Path path;
                try {
                    path = directory.resolve(name);
                } catch (InvalidPathException e) {
                    return Optional.empty();
                }
                if (!Files.isRegularFile(path) || !path.toRealPath().startsWith(directory.toRealPath())) {
                    return Optional.empty();
                }
                try (InputStream in = Files.newInputStream(path)) {
                    return Optional.of(in.readNBytes(limit + 1));
                }
            }
        };
    }

    /** The entries of a jar or zip. */
    static SpecSource archive(Path archive, String root) {
        return new SpecSource() {
            @Override
            public String root() {
                return root;
            }

            @Override
            public Optional<byte[]> read(String name, int limit) throws IOException {
                try (ZipFile zip = new ZipFile(archive.toFile())) {
                    ZipEntry entry = zip.getEntry(name);
                    if (entry == null || entry.isDirectory()) {
                        return Optional.empty();
                    }
                    try (InputStream in = zip.getInputStream(entry)) {
                        return Optional.of(in.readNBytes(limit + 1));
                    }
                }
            }
        };
    }

    /** Texts by name. */
    static SpecSource texts(Map<String, String> texts, String root) {
        Map<String, String> copy = Map.copyOf(texts);
        return new SpecSource() {
            @Override
            public String root() {
                return root;
            }

            @Override
            public Optional<byte[]> read(String name, int limit) {
                return Optional.ofNullable(copy.get(name)).map(t -> t.getBytes(StandardCharsets.UTF_8));
            }
        };
    }
}
