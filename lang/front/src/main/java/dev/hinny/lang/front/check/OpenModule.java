package dev.hinny.lang.front.check;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A module whose members are not known here, so that every name may be one: a Java class, or what cannot be found. */
record OpenModule(String path) implements Module {
    @Override
    public Declaration member(String name) {
        return Declaration.value(name, Symbol.Kind.VARIABLE, null, () -> Type.ANY);
    }

    @Override
    public @Nullable Declaration type(String name) {
        return null;
    }

    @Override
    public @Nullable Declaration namespace(String prefix) {
        return null;
    }

    @Override
    public Collection<String> names() {
        return List.of();
    }

    @Override
    public Collection<String> typeNames() {
        return List.of();
    }
}
