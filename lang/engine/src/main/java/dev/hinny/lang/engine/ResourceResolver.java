package dev.hinny.lang.engine;

import dev.hinny.lang.engine.format.ByteSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Answers {@code readUrl}: {@code classpath://NAME}, {@code file://...}, {@code https://...}; safe for use by several threads. */
@FunctionalInterface
public interface ResourceResolver {
    ResourceResolver NONE = url -> null;

    /** {@code classpath://NAME} in the class loader of the current thread, nothing else. */
    ResourceResolver CLASS_PATH = ResourceResolver::classPath;

    /** The bytes behind a URL; null when there is nothing. */
    @Nullable
    ByteSource open(String url);

    private static @Nullable ByteSource classPath(String url) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        if (!url.startsWith("classpath:") || loader == null) {
            return null;
        }
        try (InputStream in = loader.getResourceAsStream(url.replaceFirst("^classpath:/*", ""))) {
            return in == null ? null : ByteSource.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
