package dev.hinny.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Command lines of Java programs: the same options for everybody, those that Hinny's launcher gives. */
public final class Java {
    /** What Hinny gets on top of its launcher's own options, and every peer too. */
    public static final List<String> HEAP = List.of("-Xmx256m", "-XX:+UseSerialGC");

    private Java() {}

    /** A program on the class path of this one. */
    public static List<String> own(Class<?> main, Object... arguments) {
        return command(List.of(), System.getProperty("java.class.path"), main.getName(), arguments);
    }

    /** A program on the class path of this one, with options of its own. */
    public static List<String> own(List<String> options, Class<?> main, Object... arguments) {
        return command(options, System.getProperty("java.class.path"), main.getName(), arguments);
    }

    /** A peer that is built in a folder of its own. */
    public static List<String> peer(String peer, List<String> options, Object... arguments) {
        Path target = Home.bench().resolve("peers").resolve(peer).resolve("target");
        return command(options, classPath(target), "dev.hinny.bench." + peer + ".Main", arguments);
    }

    private static String classPath(Path target) {
        try (Stream<Path> jars = Files.list(target.resolve("lib"))) {
            return target.resolve("peer.jar") + ":"
                    + jars.map(Path::toString).sorted().collect(Collectors.joining(":"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(List<String> options, String classPath, String main, Object... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(HEAP);
        command.addAll(List.of(
                "-XX:+UseCompactObjectHeaders",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, main));
        Arrays.stream(arguments).map(String::valueOf).forEach(command::add);
        return command;
    }
}
