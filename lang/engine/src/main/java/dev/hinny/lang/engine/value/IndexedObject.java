package dev.hinny.lang.engine.value;

import org.jspecify.annotations.Nullable;

/** An object that finds entries by name faster than by looking at each: what a reader made without building its parts. */
public interface IndexedObject extends ObjectValue {
    /** The first entry of a name; a null namespace matches any. Null where there is none. */
    @Nullable
    Entry first(String name, @Nullable Namespace namespace);

    /** What a selector finds under a name: the first value, which remembers a key that has attributes or a namespace. */
    @Nullable
    Value named(String name, @Nullable Namespace namespace);

    /**
     * What a selector finds under a name, in order; a null namespace matches any. Values remember keys that have attributes or
     * a namespace. May read as it is iterated.
     */
    ArrayValue all(String name, @Nullable Namespace namespace);
}
