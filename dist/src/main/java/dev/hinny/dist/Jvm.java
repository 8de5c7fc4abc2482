package dev.hinny.dist;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** What the processes of the platform inherit from the JVM that starts them. */
public final class Jvm {
    private Jvm() {}

    /** Options that a child of this JVM needs too: access flags, the cache of loaded classes, our own properties. */
    public static List<String> inherited() {
        List<String> options = new ArrayList<>();
        for (String argument : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (argument.startsWith("-XX:AOTCache=")
                    || argument.equals("-XX:+UseCompactObjectHeaders")
                    || argument.startsWith("--enable-native-access")
                    || argument.startsWith("--sun-misc-unsafe-memory-access")
                    || argument.startsWith("-Xlog:")
                    || argument.startsWith("-Dhinny.")
                    || argument.startsWith("-Duser.home=")) {
                options.add(argument);
            }
        }
        return options;
    }

    /** Options of a worker or edge: a small collector, since there are many of them. */
    public static List<String> ofReplica() {
        List<String> options = new ArrayList<>(inherited());
        options.add("-XX:+UseSerialGC");
        options.add("-Dio.netty.allocator.type=pooled");
        return options;
    }
}
