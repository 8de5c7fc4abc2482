package dev.hinny.fabric.local;

import dev.hinny.plane.contract.fabric.ReplicaSpec;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a replica's process is started: {@code java OPTIONS -cp PATH MAIN worker|edge --bootstrap FILE}.
 *
 * @param java the launcher of a JDK or runtime image
 * @param classPath with absolute entries: a replica runs in its own directory
 * @param jvmOptions of every replica, before those of the single one
 * @param environment all that the process gets to see of the environment
 */
public record LaunchCommand(
        Path java, String classPath, String mainClass, List<String> jvmOptions, Map<String, String> environment) {
    private static final Set<String> PASSED_ON = Set.of(
            "PATH",
            "HOME",
            "USER",
            "LOGNAME",
            "SHELL",
            "LANG",
            "LANGUAGE",
            "TZ",
            "TMPDIR",
            "MAVEN_OPTS",
            "JAVA_HOME",
            "HTTP_PROXY",
            "HTTPS_PROXY",
            "NO_PROXY",
            "LD_LIBRARY_PATH",
            "SYSTEMROOT");

    public LaunchCommand {
        jvmOptions = List.copyOf(jvmOptions);
        environment = Map.copyOf(environment);
    }

    /** The running JVM's launcher and class path, and the harmless part of its environment. */
    public static LaunchCommand ofThisJvm(String mainClass, List<String> jvmOptions) {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry).toAbsolutePath().normalize().toString())
                .collect(Collectors.joining(File.pathSeparator));
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.keySet().removeIf(name -> !passedOn(name.toUpperCase(Locale.ROOT)));
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new LaunchCommand(java, classPath, mainClass, jvmOptions, environment);
    }

    /** A controller's secrets may stand in its environment: applications see only what is listed. */
    private static boolean passedOn(String name) {
        return PASSED_ON.contains(name) || name.startsWith("LC_");
    }

    List<String> line(ReplicaSpec replica, ReplicaDirectory directory) {
        List<String> line = new ArrayList<>(OwnSession.PREFIX);
        line.add(java.toString());
        line.addAll(jvmOptions);
        line.add("-XX:+ExitOnOutOfMemoryError");
        line.add("-XX:ErrorFile=" + directory.path().resolve("crash.log"));
        line.add("-Djava.io.tmpdir=" + directory.temporary());
        line.addAll(replica.jvmOptions());
        line.add("-Xmx" + replica.heapMegabytes() + "m");
        line.addAll(List.of("-cp", classPath, mainClass));
        line.add(replica.bootstrap().role().name().toLowerCase(Locale.ROOT));
        line.addAll(List.of("--bootstrap", directory.bootstrap().toString()));
        return line;
    }

    /** What must stand before a command so that signals to the controller's terminal do not reach it; same process id. */
    private static final class OwnSession {
        static final List<String> PREFIX = prefix();

        private static List<String> prefix() {
            String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
            for (String directory : path.split(File.pathSeparator, -1)) {
                Path setsid = Path.of(directory, "setsid");
                if (Files.isExecutable(setsid)) {
                    return List.of(setsid.toString());
                }
            }
            // A JVM leaves signals alone that are ignored when it starts.
            return Files.isExecutable(Path.of("/bin/sh"))
                    ? List.of("/bin/sh", "-c", "trap '' INT HUP QUIT; exec \"$@\"", "sh")
                    : List.of();
        }
    }
}
