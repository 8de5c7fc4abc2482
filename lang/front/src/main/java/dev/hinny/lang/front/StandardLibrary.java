package dev.hinny.lang.front;

import dev.hinny.base.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The source of the standard library: modules of the language, whose {@code native(...)} bodies the engine fills in. Tools
 * read names, types and documentation from it, the engine compiles it.
 */
public final class StandardLibrary {
    private static final List<String> MODULES = read("dw/modules.txt").lines().toList();

    private StandardLibrary() {}

    /** Paths of all modules, {@code dw::Core} first, the rest by name. */
    public static List<String> modules() {
        return MODULES;
    }

    /** The text of the module of a path such as {@code dw::core::Strings}; null when the library has none. */
    public static @Nullable SourceText source(String path) {
        if (!MODULES.contains(path)) {
            return null;
        }
        String file = path.replace("::", "/") + ".dwl";
        return new SourceText(file, read(file));
    }

    private static String read(String file) {
        try (InputStream in = StandardLibrary.class.getResourceAsStream("/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the library's " + file + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
