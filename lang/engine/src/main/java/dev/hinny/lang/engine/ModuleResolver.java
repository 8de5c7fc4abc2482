package dev.hinny.lang.engine;

import dev.hinny.base.SourceText;
import org.jspecify.annotations.Nullable;

/** Finds the source of a module that a script imports; must be safe for use by several threads. */
@FunctionalInterface
public interface ModuleResolver {
    ModuleResolver NONE = path -> null;

    /** The module's text by its path, {@code a/b/C.dwl} for {@code a::b::C}; null when there is none. */
    @Nullable
    SourceText find(String path);
}
