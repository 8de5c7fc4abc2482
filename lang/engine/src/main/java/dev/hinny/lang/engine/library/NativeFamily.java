package dev.hinny.lang.engine.library;

import org.jspecify.annotations.Nullable;

/**
 * A family of native functions: {@code native("strings::capitalize")} in a library module finds {@code capitalize} in the
 * family {@code strings}. Functions are made one by one when asked for, so that starting up links only those in use.
 */
interface NativeFamily {
    String name();

    /** The function of a name; null when the family has none. */
    @Nullable
    NativeFunction find(String name);
}
