package dev.hinny.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A checkout in a temporary folder whose launcher is the real one and whose JDKs and Maven are scripts that tell what they
 * were called with.
 */
final class FakeHouse {
    private static final String MAVEN = """
        #!/bin/sh
        echo "$*|$JAVA_HOME|$HOME|$MAVEN_OPTS" >>"$FAKE/builds"
        while [ -e "$FAKE/hold" ]; do sleep 0.02; done
        echo '[INFO] Building Hinny base 0.1.0-SNAPSHOT                             [1/2]'
        echo '[INFO] Building Hinny dist 0.1.0-SNAPSHOT                             [2/2]'
        if [ -e "$FAKE/break" ]; then
            echo '[ERROR] Main.java:[3,4] cannot find symbol'
            exit 1
        fi
        if [ -e "$FAKE/crash" ]; then
            echo 'Unable to start the JVM'
            exit 1
        fi
        mkdir -p dist/target/hinny/lib
        : >dist/target/hinny/hinny-dist.jar
        printf 'lib/b.jar:lib/a.jar' >dist/target/hinny/classpath
        """;
    private static final String JAVA = """
        #!/bin/sh
        if [ "$1" = -version ]; then
            echo 'openjdk version "VERSION" 2026-01-01' >&2
            exit 0
        fi
        echo "java VERSION" "pid=$$" "HOME=$HOME" "MAVEN_OPTS=$MAVEN_OPTS"
        for word in "$@"; do echo "<$word>"; done
        case "$*" in *' train') exit 2 ;; esac
        exit 7
        """;

    final Path top;
    final Path root;
    final Map<String, String> environment = new TreeMap<>();

    FakeHouse(Path top) throws IOException {
        this.top = top;
        this.root = Files.createDirectories(top.resolve("the house [1]/src"));
        Files.copy(Repository.ROOT.resolve("hinny"), root.resolve("hinny"));
        source("base/src/main/java/A.java");
        source("base/src/test/java/ATest.java");
        source("pom.xml");
        source("README.md");
        script(top.resolve("fake/mvn"), MAVEN);
        environment.put("PATH", "/usr/bin:/bin");
        environment.put("HOME", Files.createDirectories(top.resolve("my home")).toString());
        environment.put("FAKE", top.resolve("fake").toString());
        environment.put("HINNY_MVN", top.resolve("fake/mvn").toString());
        environment.put("HINNY_JDK_DIRS", top.resolve("jdks").toString());
    }

    /** A JDK of a version below the folder where the launcher looks. */
    Path jdk(String version) throws IOException {
        return jdk(top.resolve("jdks/jdk-" + version), version);
    }

    Path jdk(Path home, String version) throws IOException {
        script(home.resolve("bin/java"), JAVA.replace("VERSION", version));
        script(home.resolve("bin/javac"), "#!/bin/sh\n");
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    /** Writes a file with a time that is well before any build. */
    void source(String name) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, name);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
    }

    /** Makes a file newer than whatever was built. */
    void touch(String name) throws IOException {
        Files.setLastModifiedTime(
                root.resolve(name), FileTime.from(Instant.now().plusSeconds(5)));
    }

    void flag(String name) throws IOException {
        Files.writeString(top.resolve("fake").resolve(name), "");
    }

    void unflag(String name) throws IOException {
        Files.delete(top.resolve("fake").resolve(name));
    }

    /** What Maven was called with, a line a build. */
    List<String> builds() throws IOException {
        Path builds = top.resolve("fake/builds");
        return Files.exists(builds) ? Files.readAllLines(builds) : List.of();
    }

    Run run(String... arguments) throws IOException, InterruptedException {
        return start(root, root.resolve("hinny"), arguments).await();
    }

    Running start(Path folder, Path launcher, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("/bin/sh", launcher.toString()));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(top, "out", "");
        Path err = Files.createTempFile(top, "err", "");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return new Running(builder.start(), out, err);
    }

    static void script(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    record Running(Process process, Path out, Path err) {
        Run await() throws IOException, InterruptedException {
            int status = process.waitFor();
            return new Run(status, Files.readString(out), Files.readString(err));
        }

        /** Waits until standard error has a text. */
        void awaitMessage(String text) throws IOException {
            while (!Files.readString(err).contains(text)) {
                if (!process.isAlive() && !Files.readString(err).contains(text)) {
                    throw new AssertionError("ended without saying '" + text + "': " + Files.readString(err));
                }
                Thread.onSpinWait();
            }
        }
    }

    record Run(int status, String out, String err) {}
}
