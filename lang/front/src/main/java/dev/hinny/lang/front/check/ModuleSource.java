package dev.hinny.lang.front.check;

import dev.hinny.base.SourceText;
import org.jspecify.annotations.Nullable;

/** Where the modules that are not of the standard library come from. Must be safe for use by several threads. */
@FunctionalInterface
public interface ModuleSource {
    /** No modules. */
    ModuleSource NONE = path -> null;

    /** The text of a file such as {@code org/acme/Dates.dwl}; null when there is none. */
    @Nullable
    SourceText find(String path);
}
