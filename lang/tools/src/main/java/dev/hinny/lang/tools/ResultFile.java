package dev.hinny.lang.tools;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** A file that changes only when the whole result is written: its content is replaced, its permissions stay. */
final class ResultFile {
    private static final int BUFFER = 1 << 16;

    private ResultFile() {}

    interface Content<T> {
        T write(OutputStream out) throws IOException;
    }

    /** Refuses what cannot become a file before any work is done for it. */
    static void check(Path target) {
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new UsageException("there is no folder for the result '" + target + "'");
        }
        if (Files.isDirectory(target)) {
            throw new UsageException("the result cannot be written to '" + target + "', which is a folder");
        }
    }

    static <T> T write(Path target, Content<T> content) throws IOException {
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            // A pipe or a device: there is nothing to replace.
            return written(target, StandardOpenOption.WRITE, content);
        }
        Path real = Files.isSymbolicLink(target) && Files.exists(target) ? target.toRealPath() : target;
        Path fresh = real.resolveSibling("." + real.getFileName() + "." + UUID.randomUUID() + ".new");
        try {
            T result = written(fresh, StandardOpenOption.CREATE_NEW, content);
            if (Files.exists(real)) {
                keepPermissions(real, fresh);
            }
            Files.move(fresh, real, StandardCopyOption.REPLACE_EXISTING);
            return result;
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static <T> T written(Path file, StandardOpenOption how, Content<T> content) throws IOException {
        try (OutputStream out =
                new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.WRITE, how), BUFFER)) {
            return content.write(out);
        }
    }

    private static void keepPermissions(Path from, Path to) throws IOException {
        try {
            Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
        } catch (UnsupportedOperationException e) {
            // A file system without such permissions.
        }
    }
}
