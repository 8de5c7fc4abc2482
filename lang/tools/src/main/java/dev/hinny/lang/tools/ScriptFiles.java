package dev.hinny.lang.tools;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The scripts that arguments name: files, and all {@code .dwl} files below folders. */
public final class ScriptFiles {
    private ScriptFiles() {}

    static final Path STANDARD_INPUT = Path.of("-");

    /** @throws UsageException where there is nothing, so that nobody takes silence for success */
    static List<Path> of(List<Path> arguments) {
        List<Path> files = new ArrayList<>();
        for (Path argument : arguments) {
            if (argument.equals(STANDARD_INPUT)) {
                throw new UsageException("'-', standard input, stands alone");
            }
            if (Files.isDirectory(argument)) {
                int before = files.size();
                try (Stream<Path> below = Files.walk(argument)) {
                    below.filter(f -> f.toString().endsWith(".dwl") && Files.isRegularFile(f))
                            .sorted()
                            .forEach(files::add);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                if (files.size() == before) {
                    throw new UsageException("there is no script, no file that ends in .dwl, in '" + argument + "'");
                }
            } else if (Files.isReadable(argument)) {
                files.add(argument);
            } else if (Files.exists(argument)) {
                throw new UsageException("cannot read '" + argument + "': permission denied");
            } else {
                throw new UsageException("there is no file '" + argument + "'");
            }
        }
        return files;
    }

    /** @throws UsageException where it is no text that can be read */
    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UsageException("cannot read '" + file + "': " + Reasons.of(e));
        }
    }
}
