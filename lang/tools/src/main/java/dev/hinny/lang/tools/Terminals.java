package dev.hinny.lang.tools;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a person sits at the other end of a stream. */
public final class Terminals {
    private Terminals() {}

    /** Whether standard output is a terminal. */
    static boolean writesToTerminal() {
        return isTerminal(1);
    }

    /** Whether standard input is a terminal. */
    public static boolean readsFromTerminal() {
        return isTerminal(0);
    }

    private static boolean isTerminal(int descriptor) {
        Path link = Path.of("/proc/self/fd/" + descriptor);
        try {
            if (Files.isSymbolicLink(link)) {
                String file = Files.readSymbolicLink(link).toString();
                return file.startsWith("/dev/pts/") || file.startsWith("/dev/tty");
            }
        } catch (IOException e) {
            // Not a system that tells: the console knows about both streams at once.
        }
        Console console = System.console();
        return console != null && console.isTerminal();
    }
}
