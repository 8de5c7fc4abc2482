package dev.hinny.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the figures were taken on. */
final class Machine {
    private static final List<String> LIBRARIES = List.of(
            "jackson-core-3",
            "jackson-core-2",
            "jslt",
            "netty-codec-http-",
            "vertx-core-5",
            "helidon-webserver-4",
            "camel-main-4");

    private Machine() {}

    static List<String> facts() {
        List<String> facts = new ArrayList<>();
        facts.add(Runtime.getRuntime().availableProcessors() + " processors ("
                + find("/proc/cpuinfo", "model name").orElse(System.getProperty("os.arch")) + "), "
                + find("/proc/meminfo", "MemTotal").orElse("memory unknown") + ", "
                + System.getProperty("os.name") + " "
                + System.getProperty("os.version").replaceAll("^(\\d+\\.\\d+).*", "$1"));
        facts.add("Java " + System.getProperty("java.vm.version") + " (" + System.getProperty("java.vendor") + ")");
        facts.add(
                Pins.ofMachine().equals(Pins.NONE)
                        ? "Servers under load are not pinned: the machine has one processor or no `taskset`."
                        : "Servers under load run on CPU 0, wrk and the upstream on CPU 1. A JVM there sees one"
                                + " processor.");
        facts.add("All Java programs: " + String.join(" ", Java.HEAP) + " -XX:+UseCompactObjectHeaders");
        facts.add(String.join(", ", version("nginx", "-v"), version("/usr/sbin/haproxy", "-v"), version("wrk", "-v")));
        facts.add(String.join(", ", libraries()));
        return facts;
    }

    private static Optional<String> find(String file, String key) {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(key))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String version(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return output.lines()
                    .findFirst()
                    .orElse(command[0])
                    .replaceAll("^nginx version: ", "")
                    .replaceAll(" (- https|Copyright|\\[).*", "");
        } catch (IOException e) {
            return command[0] + " is missing";
        }
    }

    private static List<String> libraries() {
        List<String> found = new ArrayList<>();
        for (String folder : List.of("target/lib", "peers/helidon/target/lib", "peers/camel/target/lib")) {
            try (Stream<Path> jars = Files.list(Home.bench().resolve(folder))) {
                jars.map(jar -> jar.getFileName().toString().replace(".jar", ""))
                        .filter(name -> LIBRARIES.stream().anyMatch(name::startsWith))
                        .filter(name -> !found.contains(name))
                        .sorted()
                        .forEach(found::add);
            } catch (IOException e) {
                found.add(folder + " is missing");
            }
        }
        return found;
    }
}
