package dev.hinny.runtime.model;

import dev.hinny.base.Problem;
import dev.hinny.base.ProblemException;
import dev.hinny.base.SourceSpan;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of an application: a project folder, a built application archive, or a single flow file. Paths use slashes;
 * names with a backslash, as projects from Windows have them, are accepted.
 */
public final class ApplicationFiles implements AutoCloseable {
    private static final long MAXIMUM_TEXT = 64L << 20;

    private final String name;
    private final Path root;
    private final List<Path> flowRoots;
    private final List<Path> resourceRoots;
    private final Optional<FileSystem> archive;

    private ApplicationFiles(
            String name, Path root, List<Path> flowRoots, List<Path> resourceRoots, Optional<FileSystem> archive) {
        this.name = name;
        this.root = root;
        this.flowRoots = flowRoots;
        this.resourceRoots = resourceRoots;
        this.archive = archive;
    }

    /**
     * Opens an application.
     *
     * @throws ProblemException with code {@code NO-APPLICATION} or {@code CORRUPT-ARCHIVE}
     */
    public static ApplicationFiles open(Path path) {
        if (Files.isDirectory(path)) {
            return folder(path);
        }
        if (!Files.isRegularFile(path)) {
            throw problem(
                    "NO-APPLICATION",
                    path,
                    "there is no file or folder '" + path + "'",
                    "give a project folder, an application archive or a flow file");
        }
        String file = String.valueOf(path.getFileName());
        if (file.endsWith(".xml")) {
            Path parent = path.toAbsolutePath().normalize().getParent();
            return new ApplicationFiles(
                    file.substring(0, file.length() - 4),
                    path,
                    List.of(path),
                    parent == null ? List.of() : List.of(parent),
                    Optional.empty());
        }
        return archive(path, file);
    }

    private static ApplicationFiles folder(Path path) {
        Path root = path.toAbsolutePath().normalize();
        Path main = root.resolve("src/main");
        String name = String.valueOf(root.getFileName());
        if (Files.isDirectory(main.resolve("mule"))) {
            return new ApplicationFiles(
                    name,
                    root,
                    List.of(main.resolve("mule")),
                    existing(
                            main.resolve("resources"),
                            main.resolve("mule"),
                            root.resolve("target/classes"),
                            main.resolve("api"),
                            root),
                    Optional.empty());
        }
        if (Files.isRegularFile(root.resolve("META-INF/mule-artifact/mule-artifact.json"))) {
            return new ApplicationFiles(name, root, List.of(root), List.of(root), Optional.empty());
        }
        throw problem(
                "NO-APPLICATION",
                path,
                "'" + path
                        + "' is no application: it has neither src/main/mule nor"
                        + " META-INF/mule-artifact/mule-artifact.json",
                "give the project's own folder");
    }

    private static ApplicationFiles archive(Path path, String file) {
        FileSystem zip;
        try {
            zip = FileSystems.newFileSystem(path);
        } catch (IOException | RuntimeException e) {
            throw new ProblemException(
                    Problem.error(
                            "CORRUPT-ARCHIVE",
                            SourceSpan.file(path.toString()),
                            "'" + path + "' is no readable application archive: " + e.getMessage(),
                            "build it again and copy it whole"),
                    e);
        }
        Path root = zip.getPath("/");
        if (!Files.isRegularFile(root.resolve("META-INF/mule-artifact/mule-artifact.json"))) {
            try {
                zip.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            throw problem(
                    "NO-APPLICATION",
                    path,
                    "'" + path + "' is an archive without META-INF/mule-artifact/mule-artifact.json",
                    "build it with packaging mule-application");
        }
        String name = file.replaceAll("(-mule-application)?(\\.jar|\\.zip)$", "");
        return new ApplicationFiles(name, root, List.of(root), List.of(root), Optional.of(zip));
    }

    private static List<Path> existing(Path... paths) {
        return Stream.of(paths).filter(Files::isDirectory).toList();
    }

    private static ProblemException problem(String code, Path path, String message, String hint) {
        return new ProblemException(Problem.error(code, SourceSpan.file(path.toString()), message, hint));
    }

    /** What the file or folder is called; the descriptor may give another name. */
    public String name() {
        return name;
    }

    public boolean isArchive() {
        return archive.isPresent();
    }

    public boolean isSingleFile() {
        return Files.isRegularFile(root);
    }

    /** The project folder, the archive's root or the single file. */
    public Path root() {
        return root;
    }

    /** Folders whose content is the application's class path, strongest first. */
    public List<Path> resourceRoots() {
        return resourceRoots;
    }

    /** All flow files, sorted; in an archive those that the descriptor names are found with {@link #resource}. */
    public List<Path> flowFiles() {
        List<Path> found = new ArrayList<>();
        for (Path folder : flowRoots) {
            if (Files.isRegularFile(folder)) {
                found.add(folder);
                continue;
            }
            try (Stream<Path> files = Files.walk(folder, isArchive() ? 1 : Integer.MAX_VALUE)) {
                files.filter(f -> f.toString().endsWith(".xml") && Files.isRegularFile(f))
                        .sorted()
                        .forEach(found::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found;
    }

    /** The file of a class path name; {@code classpath:} and leading slashes are dropped, backslashes are slashes. */
    public Optional<Path> resource(String path) {
        String clean =
                path.replaceFirst("^classpath:(//)?", "").replace('\\', '/').replaceFirst("^/+", "");
        if (clean.startsWith("src/main/resources/")) {
            clean = clean.substring("src/main/resources/".length());
        }
        for (Path folder : resourceRoots) {
            Path file = folder.resolve(clean).normalize();
            if (file.startsWith(folder) && Files.isRegularFile(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    /** A file by its path from the root: {@code pom.xml}, {@code mule-artifact.json}. */
    public Optional<Path> file(String path) {
        if (isSingleFile()) {
            return Optional.empty();
        }
        Path file = root.resolve(path).normalize();
        return file.startsWith(root) && Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
    }

    public Optional<InputStream> open(String resource) {
        return resource(resource).map(file -> {
            try {
                return Files.newInputStream(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** A file's text, as UTF-8 unless it has another byte order mark. */
    public String text(Path file) {
        try {
            if (Files.size(file) > MAXIMUM_TEXT) {
                throw problem("TOO-LARGE", file, "the file is larger than 64 MiB", "");
            }
            byte[] bytes = Files.readAllBytes(file);
            String text = new String(bytes, charset(bytes));
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static java.nio.charset.Charset charset(byte[] bytes) {
        if (bytes.length > 1 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        return bytes.length > 1 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE
                ? StandardCharsets.UTF_16LE
                : StandardCharsets.UTF_8;
    }

    /** How messages name a file: relative to the root. */
    public String display(Path file) {
        if (isSingleFile()) {
            return String.valueOf(file.getFileName());
        }
        return root.relativize(file.toAbsolutePath()).toString();
    }

    @Override
    public void close() {
        if (archive.isPresent()) {
            try {
                archive.get().close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
