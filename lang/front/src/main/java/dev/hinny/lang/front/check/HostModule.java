package dev.hinny.lang.front.check;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The module of what the host supplies, {@code Mule::p}; the library says what they are where the host does not. */
record HostModule(
        String path, Map<String, Type> supplied, @Nullable Unit library) implements Module {
    @Override
    public @Nullable Declaration member(String name) {
        Type type = supplied.get(name);
        Declaration declared = library == null ? null : library.member(name);
        return type == null || declared != null && type instanceof Type.Any ? declared : Names.host(name, type);
    }

    @Override
    public @Nullable Declaration type(String name) {
        return library == null ? null : library.type(name);
    }

    @Override
    public @Nullable Declaration namespace(String prefix) {
        return null;
    }

    @Override
    public Collection<String> names() {
        Set<String> names = new LinkedHashSet<>(supplied.keySet());
        if (library != null) {
            names.addAll(library.names());
        }
        return names;
    }

    @Override
    public Collection<String> typeNames() {
        return library == null ? Set.of() : library.typeNames();
    }
}
