package dev.hinny.lang.engine;

import dev.hinny.lang.engine.format.ByteSource;
import org.jspecify.annotations.Nullable;

/** Answers {@code readUrl}: {@code classpath://NAME}, {@code file://...}, {@code https://...}; safe for use by several threads. */
@FunctionalInterface
public interface ResourceResolver {
    ResourceResolver NONE = url -> null;

    /** The bytes behind a URL; null when there is nothing. */
    @Nullable
    ByteSource open(String url);
}
