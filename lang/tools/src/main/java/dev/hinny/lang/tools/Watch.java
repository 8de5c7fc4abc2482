package dev.hinny.lang.tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Waits for a change of files by looking at them: works on every file system, also where nobody sends events. */
final class Watch {
    private static final long PAUSE_MILLIS = 150;

    /** A change within the clock's grain before this is seen although the file's time may look older. */
    private long begun;

    /** A run begins that may use any files. */
    void begin() {
        begun = System.currentTimeMillis();
    }

    /** Returns the first of the files that changed since {@link #begin}. */
    Path awaitChange(Set<Path> files) throws InterruptedException {
        Map<Path, String> before = new LinkedHashMap<>();
        for (Path file : files) {
            if (modified(file) > begun) {
                return file;
            }
            before.put(file, state(file));
        }
        while (true) {
            pause();
            for (Map.Entry<Path, String> file : before.entrySet()) {
                if (!state(file.getKey()).equals(file.getValue())) {
                    return file.getKey();
                }
            }
        }
    }

    private static void pause() throws InterruptedException {
        Thread.sleep(PAUSE_MILLIS);
    }

    private static long modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            return 0;
        }
    }

    private static String state(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.lastModifiedTime() + " " + attributes.size() + " " + attributes.fileKey();
        } catch (IOException e) {
            return "missing";
        }
    }
}
