package dev.hinny.lang.tools;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The scripts that arguments name: files, and all {@code .dwl} files below folders. */
final class ScriptFiles {
    private ScriptFiles() {}

    static List<Path> of(List<Path> arguments) {
        List<Path> files = new ArrayList<>();
        for (Path argument : arguments) {
            if (Files.isDirectory(argument)) {
                try (Stream<Path> below = Files.walk(argument)) {
                    below.filter(f -> f.toString().endsWith(".dwl") && Files.isRegularFile(f))
                            .sorted()
                            .forEach(files::add);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            } else if (Files.isReadable(argument)) {
                files.add(argument);
            } else {
                throw new UsageException("there is no file '" + argument + "'");
            }
        }
        return files;
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new UsageException("'" + file + "' is not UTF-8");
        } catch (IOException e) {
            throw new UsageException("cannot read '" + file + "': " + e.getMessage());
        }
    }
}
