package dev.hinny.bench.start;

import dev.hinny.bench.Call;
import dev.hinny.bench.Home;
import dev.hinny.bench.Java;
import dev.hinny.bench.Pins;
import dev.hinny.bench.Server;
import dev.hinny.bench.Server.Launch;
import dev.hinny.bench.Values;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The programs that are started, each with its AOT cache. */
final class Candidates {
    static final Call CALL = Call.get("/api/hello");
    static final String HINNY = "Hinny APIkit application";
    static final String HELIDON = "Helidon SE hello";
    static final String CAMEL = "Camel hello";

    private Candidates() {}

    /** All that answer; makes the peers' caches first and checks that all answer the same. */
    static List<Launch> ready(List<String> troubles) {
        String application = Home.bench().resolve("apps").resolve("start").toString();
        Launch hinny =
                new Launch(HINNY, false, port -> List.of(Home.hinny(), "run", application, "-Dhttp.port=" + port));
        List<Launch> ready = new ArrayList<>();
        String expected = "";
        for (Launch launch : List.of(hinny, peer(HELIDON, "helidon"), peer(CAMEL, "camel"))) {
            try (Server server = Server.start(launch, Pins.NONE)) {
                String answer = Values.canonical(server.awaitAnswer(CALL));
                if (!expected.isEmpty() && !expected.equals(answer)) {
                    throw new IllegalStateException(launch.name() + " answers " + answer + ", expected " + expected);
                }
                expected = answer;
                ready.add(launch);
            } catch (Server.NotServing e) {
                troubles.add(String.valueOf(e.getMessage()));
            }
        }
        return ready;
    }

    private static Launch peer(String name, String folder) {
        Path cache = Home.out().resolve(folder + ".aot");
        if (!Files.exists(cache)) {
            System.out.println("  making the AOT cache of " + name);
            List<String> options = List.of("-XX:AOTCacheOutput=" + cache);
            Launch training = new Launch(name + " training", false, port -> Java.peer(folder, options, port));
            try (Server server = Server.start(training, Pins.NONE)) {
                server.awaitAnswer(CALL);
            }
        }
        if (!Files.exists(cache)) {
            throw new UncheckedIOException(new IOException("no AOT cache of " + name + " came to be, see its log"));
        }
        List<String> options = List.of("-XX:AOTCache=" + cache);
        return new Launch(name, false, port -> Java.peer(folder, options, port));
    }
}
