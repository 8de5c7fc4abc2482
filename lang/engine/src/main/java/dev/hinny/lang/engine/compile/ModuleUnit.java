package dev.hinny.lang.engine.compile;

import dev.hinny.base.SourceSpan;
import dev.hinny.lang.engine.type.Type;
import dev.hinny.lang.engine.value.Namespace;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that can be imported. */
interface ModuleUnit {
    /** A function or variable; null when there is none of that name. */
    @Nullable
    Resolved member(String name, SourceSpan place);

    /** A declared type with its arguments; null when there is none. */
    @Nullable
    Type type(String name, List<Type> arguments);

    default @Nullable Namespace namespace(String prefix) {
        return null;
    }

    /** Whether a member is not for {@code import *}: marked {@code @Internal}. */
    default boolean isInternal(String name) {
        return false;
    }

    /** The members that are not internal. */
    Collection<String> names();
}
