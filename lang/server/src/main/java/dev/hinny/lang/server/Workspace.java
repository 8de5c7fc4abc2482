package dev.hinny.lang.server;

import dev.hinny.base.SourceText;
import dev.hinny.lang.front.Parsed;
import dev.hinny.lang.front.Parser;
import dev.hinny.lang.front.check.Analysis;
import dev.hinny.lang.front.check.Checker;
import dev.hinny.lang.front.check.Environment;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The open documents, the files around them, and what is known about each. */
final class Workspace {
    private static final List<String> SOURCES =
            List.of("src/main/resources", "src/main/dw", "src/test/resources", "src/test/dw", "");
    private static final int MOST_FILES = 2000;
    private static final Pattern MODULE = Pattern.compile("[A-Za-z_]\\w*(::[A-Za-z_]\\w*)*");

    /** A version of a text with what the front end says about it. */
    record Checked(OpenDocument document, Parsed parsed, Analysis analysis, long state) {}

    private final Map<String, OpenDocument> open = new ConcurrentHashMap<>();
    private final Map<String, Checked> checked = new ConcurrentHashMap<>();
    private volatile List<Path> roots = List.of();
    /** Counts changes anywhere: what is known about a document holds as long as no module changes either. */
    private volatile long state;

    void roots(List<Path> folders) {
        roots = List.copyOf(folders);
    }

    synchronized void put(OpenDocument document) {
        open.put(document.uri(), document);
        state++;
    }

    synchronized void remove(String uri) {
        open.remove(uri);
        checked.remove(uri);
        state++;
    }

    synchronized void filesChanged() {
        state++;
    }

    @Nullable
    OpenDocument get(String uri) {
        return open.get(uri);
    }

    Collection<OpenDocument> open() {
        return List.copyOf(open.values());
    }

    /** What is known about an open document, or about a file. */
    Optional<Checked> checked(String uri) {
        OpenDocument document = open.get(uri);
        if (document == null) {
            document = Uris.path(uri).map(Workspace::read).orElse(null);
        }
        return Optional.ofNullable(document).map(this::check);
    }

    private Checked check(OpenDocument document) {
        long now = state;
        Checked known = checked.get(document.uri());
        if (known != null
                && known.state() == now
                && known.document().text().text().equals(document.text().text())) {
            return known;
        }
        Parsed parsed = Parser.parse(document.text());
        List<Path> folders = folders(document);
        Environment environment = Environment.FLOW.withModules(path -> module(folders, path));
        Checked fresh = new Checked(document, parsed, Checker.check(parsed, document.text(), environment), now);
        if (open.containsKey(document.uri())) {
            checked.put(document.uri(), fresh);
        }
        return fresh;
    }

    private @Nullable SourceText module(List<Path> folders, String path) {
        for (Path folder : folders) {
            Path file = folder.resolve(path).normalize();
            OpenDocument shown = open.get(Uris.of(file));
            if (shown != null) {
                return shown.text();
            }
            if (Files.isRegularFile(file)) {
                OpenDocument document = read(file);
                return document == null ? null : document.text();
            }
        }
        return null;
    }

    private static @Nullable OpenDocument read(Path file) {
        try {
            return OpenDocument.of(Uris.of(file), 0, Files.readString(file));
        } catch (IOException e) {
            return null;
        }
    }

    /** Where the modules lie that a document may import. */
    private List<Path> folders(OpenDocument document) {
        Set<Path> folders = new LinkedHashSet<>();
        Uris.path(document.uri()).map(Path::getParent).ifPresent(parent -> {
            folders.add(parent);
            for (Path folder = parent; folder != null; folder = folder.getParent()) {
                if (folder.endsWith(Path.of("src", "main", "resources"))) {
                    folders.add(folder);
                }
            }
        });
        for (Path root : roots) {
            SOURCES.forEach(source -> folders.add(root.resolve(source)));
        }
        return List.copyOf(folders);
    }

    /** The URIs of all scripts of the workspace, the open ones first. */
    Set<String> scripts() {
        Set<String> uris = new LinkedHashSet<>(open.keySet());
        for (Path root : roots) {
            for (Path file : below(root)) {
                uris.add(Uris.of(file));
            }
        }
        return uris;
    }

    /** The paths of the modules that a document may import from the workspace, such as {@code org::acme::Dates}. */
    List<String> modules(OpenDocument document) {
        Set<String> modules = new TreeSet<>();
        List<Path> folders = folders(document);
        for (Path root : roots) {
            for (Path file : below(root)) {
                folders.stream()
                        .filter(file::startsWith)
                        .map(folder -> folder.relativize(file).toString())
                        .min(Comparator.comparingInt(String::length))
                        .map(path -> path.replaceFirst("\\.dwl$", "").replace(File.separator, "::"))
                        .filter(path -> MODULE.matcher(path).matches())
                        .ifPresent(modules::add);
            }
        }
        return List.copyOf(modules);
    }

    private static List<Path> below(Path root) {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    String name = String.valueOf(folder.getFileName());
                    boolean skipped = !folder.equals(root)
                            && (name.startsWith(".") || name.equals("target") || name.equals("node_modules"));
                    return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (file.toString().endsWith(".dwl")) {
                        files.add(file);
                    }
                    return files.size() < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
