package dev.hinny.lang.front.check;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What can be imported. */
interface Module {
    String path();

    /** A function or variable; null when there is none of the name. */
    @Nullable
    Declaration member(String name);

    @Nullable
    Declaration type(String name);

    @Nullable
    Declaration namespace(String prefix);

    /** Whether a member is only for those who name it. */
    default boolean isInternal(String name) {
        return false;
    }

    /** The names of the functions and variables. */
    Collection<String> names();

    /** The names of the types. */
    Collection<String> typeNames();
}
