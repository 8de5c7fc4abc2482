package dev.hinny.runtime.model;

import dev.hinny.base.Problem;
import dev.hinny.base.ProblemException;
import dev.hinny.base.SourceSpan;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Packs a project folder into an application archive without Maven: flows and resources at the root, descriptor and pom
 * under {@code META-INF}. The same folder gives the same bytes.
 *
 * @see <a href="https://docs.mulesoft.com/mule-runtime/latest/intro-packaging">Packaging</a>
 */
public final class ApplicationArchive {
    private ApplicationArchive() {}

    /** @throws ProblemException when the folder is no project */
    public static void pack(Path project, OutputStream to) throws IOException {
        Path flows = project.resolve("src/main/mule");
        if (!Files.isDirectory(flows)) {
            throw new ProblemException(Problem.error(
                    "NO-APPLICATION",
                    SourceSpan.file(project.toString()),
                    "'" + project + "' is no project: it has no src/main/mule",
                    "give the project's own folder"));
        }
        ZipOutputStream zip = new ZipOutputStream(to);
        Set<String> written = new HashSet<>();
        for (Path folder : List.of(flows, project.resolve("src/main/resources"), project.resolve("target/classes"))) {
            if (Files.isDirectory(folder)) {
                tree(folder, zip, written);
            }
        }
        add(project.resolve("mule-artifact.json"), "META-INF/mule-artifact/mule-artifact.json", zip, written);
        add(project.resolve("pom.xml"), "META-INF/maven/pom.xml", zip, written);
        if (!written.contains("META-INF/mule-artifact/mule-artifact.json")) {
            entry(
                    "META-INF/mule-artifact/mule-artifact.json",
                    "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    zip);
        }
        zip.finish();
    }

    private static void tree(Path folder, ZipOutputStream zip, Set<String> written) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            add(file, folder.relativize(file).toString().replace('\\', '/'), zip, written);
        }
    }

    private static void add(Path file, String name, ZipOutputStream zip, Set<String> written) throws IOException {
        if (Files.isRegularFile(file) && written.add(name)) {
            entry(name, Files.readAllBytes(file), zip);
        }
    }

    private static void entry(String name, byte[] bytes, ZipOutputStream zip) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(java.time.LocalDateTime.of(2000, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
