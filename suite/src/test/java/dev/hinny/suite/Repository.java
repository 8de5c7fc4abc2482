package dev.hinny.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The checkout under test: its modules as the root pom lists them, and its files. */
final class Repository {
    static final Path ROOT =
            Path.of(System.getProperty("hinny.root", "..")).toAbsolutePath().normalize();

    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final Set<String> NOT_OURS = Set.of("target", ".git", "node_modules", ".idea", ".vscode", "out");

    private Repository() {}

    /** Folders of all modules that every build has, in its order; those of a profile come later in the pom. */
    static List<Path> modules() {
        List<Path> modules = new ArrayList<>();
        String pom = read(ROOT.resolve("pom.xml"));
        Matcher matcher = MODULE.matcher(pom.substring(0, pom.indexOf("</modules>")));
        while (matcher.find()) {
            modules.add(ROOT.resolve(matcher.group(1)));
        }
        return modules;
    }

    /** What the build made of {@code src/main/java} or {@code src/test/java} in every module that has such sources. */
    static List<Path> classes(String kind) {
        List<Path> folders = new ArrayList<>();
        for (Path module : modules()) {
            Path folder = module.resolve(kind.equals("main") ? "target/classes" : "target/test-classes");
            if (Files.isDirectory(folder)) {
                folders.add(folder);
            } else if (Files.isDirectory(module.resolve("src/" + kind + "/java"))) {
                throw new IllegalStateException(
                        module + " is not compiled; run this module in the whole build: mvn -B verify");
            }
        }
        return folders;
    }

    /** Every file that belongs to the repository, without what builds and editors leave. */
    static List<Path> files() {
        return files(ROOT);
    }

    /** Every file below a folder, without what builds and editors leave. */
    static List<Path> files(Path top) {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(top, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    boolean skip = !folder.equals(top)
                            && NOT_OURS.contains(folder.getFileName().toString());
                    return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile() && !file.endsWith(".git")) {
                        files.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
