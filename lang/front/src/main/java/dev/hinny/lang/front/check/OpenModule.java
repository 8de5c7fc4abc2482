package dev.hinny.lang.front.check;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A module whose members are not known here: a Java class (then every name may be one), or the names of the host. */
record OpenModule(String path, @Nullable Map<String, Type> known) implements Module {
    @Override
    public @Nullable Declaration member(String name) {
        Type type = known == null ? Type.ANY : known.get(name);
        return type == null ? null : Declaration.value(name, Symbol.Kind.VARIABLE, null, () -> type);
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
        return known == null ? List.of() : known.keySet();
    }

    @Override
    public Collection<String> typeNames() {
        return List.of();
    }
}
