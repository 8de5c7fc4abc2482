package dev.hinny.runtime.engine.launch;

import dev.hinny.base.Problem;
import dev.hinny.base.Problems;
import dev.hinny.base.SourceSpan;
import dev.hinny.base.SourceText;
import dev.hinny.runtime.model.ApplicationFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The class path of an application: its own classes, the jars in its {@code repository} folder, and dependencies from the
 * local Maven repository. Plugins of connectors are left out: connectors are ours.
 */
public final class ClassPath {
    private static final String PLUGIN = "mule-plugin";
    private static final Set<String> NOT_JARS = Set.of("zip", "raml", "pom", "oas", "wsdl", "war", "raml-fragment");

    private final ApplicationFiles files;
    private final LocalRepository repository;
    private final Path temporary;
    private final Problems problems;
    private final Set<URL> urls = new LinkedHashSet<>();

    private ClassPath(ApplicationFiles files, LocalRepository repository, Path temporary, Problems problems) {
        this.files = files;
        this.repository = repository;
        this.temporary = temporary;
        this.problems = problems;
    }

    /** @param temporary where jars inside an archive are unpacked to */
    public static URLClassLoader open(
            ApplicationFiles files,
            Map<String, String> environment,
            Path temporary,
            ClassLoader parent,
            Problems problems) {
        ClassPath path = new ClassPath(files, LocalRepository.standard(environment), temporary, problems);
        path.collect();
        return new URLClassLoader(files.name(), path.urls.toArray(URL[]::new), parent);
    }

    private void collect() {
        if (files.isSingleFile() && !files.isArchive()) {
            files.resourceRoots().forEach(this::add);
            return;
        }
        if (files.isArchive()) {
            unpack();
            return;
        }
        add(files.root().resolve("target/classes"));
        files.resourceRoots().forEach(this::add);
        packed(files.root().resolve("repository")).forEach(this::add);
        files.file("pom.xml")
                .flatMap(f -> repository.read(new SourceText("pom.xml", files.text(f)), 0))
                .ifPresent(this::dependencies);
    }

    private void add(Path path) {
        if (Files.exists(path)) {
            try {
                urls.add(path.toUri().toURL());
            } catch (MalformedURLException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private List<Path> packed(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(
                            f -> f.toString().endsWith(".jar") && !f.toString().contains(PLUGIN))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Jars inside an archive cannot be loaded from: they and the archive's own classes are copied out. */
    private void unpack() {
        try {
            Files.createDirectories(temporary);
            Path classes = temporary.resolve("classes");
            try (Stream<Path> all = Files.walk(files.root())) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    String name = files.root().relativize(file).toString();
                    if (!name.startsWith("repository/")) {
                        copy(file, classes.resolve(name).normalize(), classes);
                    }
                }
            }
            add(classes);
            int i = 0;
            for (Path jar : packed(files.root().resolve("repository"))) {
                Path copy = temporary.resolve(i++ + "-" + jar.getFileName());
                copy(jar, copy, temporary);
                add(copy);
            }
        } catch (IOException e) {
            problems.error(
                    "CLASS-PATH",
                    SourceSpan.file(files.name()),
                    "the classes of the archive cannot be unpacked: " + e.getMessage(),
                    "check the space of " + temporary);
        }
    }

    private static void copy(Path from, Path to, Path inside) throws IOException {
        Path parent = to.getParent();
        if (to.startsWith(inside) && parent != null) {
            Files.createDirectories(parent);
            Files.copy(from, to, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void dependencies(Pom pom) {
        Set<String> seen = new HashSet<>();
        Deque<Pom.Dependency> open = new ArrayDeque<>();
        for (Pom.Dependency dependency : pom.dependencies()) {
            if (needed(dependency) && seen.add(dependency.coordinates().key())) {
                Optional<Path> jar = repository.jar(dependency.coordinates());
                if (jar.isEmpty()) {
                    missing(dependency);
                } else {
                    add(jar.get());
                    open.add(dependency);
                }
            }
        }
        while (!open.isEmpty() && seen.size() < 2000) {
            Pom.Dependency next = open.poll();
            List<Pom.Dependency> more =
                    repository.pom(next.coordinates()).map(Pom::dependencies).orElse(List.of());
            for (Pom.Dependency dependency : new ArrayList<>(more)) {
                if (needed(dependency)
                        && !dependency.optional()
                        && seen.add(dependency.coordinates().key())) {
                    repository.jar(dependency.coordinates()).ifPresent(jar -> {
                        add(jar);
                        open.add(dependency);
                    });
                }
            }
        }
    }

    private static boolean needed(Pom.Dependency dependency) {
        Coordinates c = dependency.coordinates();
        return !c.classifier().contains(PLUGIN)
                && !c.classifier().equals("mule-domain")
                && !NOT_JARS.contains(dependency.type())
                && !NOT_JARS.contains(c.classifier());
    }

    private void missing(Pom.Dependency dependency) {
        problems.add(Problem.warning(
                "MISSING-DEPENDENCY",
                dependency.place(),
                "the jar of " + dependency.coordinates() + " is not in the local Maven repository",
                "run mvn dependency:resolve in the project; what needs its classes fails"));
    }
}
