package dev.hinny.connectors.apikit;

import dev.hinny.runtime.api.Application;
import dev.hinny.specs.SpecSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Finds the files of a specification: in the application, or in an archive of the local Maven repository. */
final class Specification {
    private static final long ARCHIVE_LIMIT = 64L << 20;

    private Specification() {}

    static Optional<SpecSource> find(String location, Application application) throws IOException {
        String path = location.strip().replace('\\', '/');
        if (path.startsWith("resource::")) {
            return module(path.substring("resource::".length()).split(":"), application);
        }
        String plain = path.replaceFirst("^classpath:", "").replaceFirst("^/+", "");
        return resource("api/", plain.replaceFirst("^api/", ""), application)
                .or(() -> folderOf(plain, application));
    }

    private static Optional<SpecSource> folderOf(String path, Application application) {
        int slash = path.lastIndexOf('/');
        return resource(path.substring(0, slash + 1), path.substring(slash + 1), application);
    }

    /** {@code group:artifact:version:classifier:type:file}. */
    private static Optional<SpecSource> module(String[] parts, Application application) throws IOException {
        if (parts.length < 6) {
            return Optional.empty();
        }
        String folder = parts[0] + "/" + parts[1] + "/" + parts[2] + "/";
        String file = parts[5];
        for (String base : new String[] {"exchange_modules/" + folder, "api/exchange_modules/" + folder, "api/"}) {
            Optional<SpecSource> found = resource(base, file, application);
            if (found.isPresent()) {
                return found;
            }
        }
        String archive = parts[0].replace('.', '/') + "/" + parts[1] + "/" + parts[2] + "/" + parts[1] + "-" + parts[2]
                + "-" + parts[3] + "." + parts[4];
        Optional<InputStream> packed = application.resource("repository/" + archive);
        if (packed.isPresent()) {
            try (InputStream in = packed.get()) {
                return archive(in, file);
            }
        }
        Path local = localRepository().resolve(archive);
        if (Files.isRegularFile(local)) {
            try (InputStream in = Files.newInputStream(local)) {
                return archive(in, file);
            }
        }
        return Optional.empty();
    }

    private static Path localRepository() {
        String given = System.getProperty("maven.repo.local");
        String home = System.getenv("HOME");
        return given != null ? Path.of(given) : Path.of(home == null ? "." : home, ".m2", "repository");
    }

    private static Optional<SpecSource> archive(InputStream in, String root) throws IOException {
        Map<String, byte[]> entries = new HashMap<>();
        long size = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(in.readAllBytes()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] bytes = zip.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, ARCHIVE_LIMIT - size + 1));
                size += bytes.length;
                if (size > ARCHIVE_LIMIT) {
                    throw new IOException("the archive holds more than " + ARCHIVE_LIMIT + " bytes");
                }
                entries.put(entry.getName(), bytes);
            }
        }
        if (!entries.containsKey(root)) {
            return Optional.empty();
        }
        return Optional.of(new SpecSource() {
            @Override
            public String root() {
                return root;
            }

            @Override
            public Optional<byte[]> read(String name, int limit) {
                return Optional.ofNullable(entries.get(name));
            }
        });
    }

    private static Optional<SpecSource> resource(String folder, String file, Application application) {
        Optional<InputStream> there = application.resource(folder + file);
        if (there.isEmpty()) {
            return Optional.empty();
        }
        try {
            there.get().close();
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.of(new SpecSource() {
            @Override
            public String root() {
                return file;
            }

            @Override
            public Optional<byte[]> read(String name, int limit) throws IOException {
                Optional<InputStream> in = application.resource(folder + name);
                if (in.isEmpty()) {
                    return Optional.empty();
                }
                try (InputStream stream = in.get()) {
                    return Optional.of(stream.readNBytes(limit + 1));
                }
            }

            @Override
            public String label(String name) {
                return folder + name;
            }
        });
    }
}
