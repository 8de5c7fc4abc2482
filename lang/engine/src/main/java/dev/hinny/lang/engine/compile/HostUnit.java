package dev.hinny.lang.engine.compile;

import dev.hinny.base.SourceSpan;
import dev.hinny.lang.engine.node.VariableNodes;
import dev.hinny.lang.engine.type.Type;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The module of functions that the host supplies, {@code Mule::p}; the library says what they are where it does not. */
record HostUnit(Set<String> supplied, SourceUnit library) implements ModuleUnit {
    @Override
    public @Nullable Resolved member(String name, SourceSpan place) {
        return supplied.contains(name) ? Resolved.of(new VariableNodes.Host(name, place)) : library.member(name, place);
    }

    @Override
    public @Nullable Type type(String name, List<Type> arguments) {
        return library.type(name, arguments);
    }

    @Override
    public Collection<String> names() {
        Set<String> names = new LinkedHashSet<>(supplied);
        names.addAll(library.names());
        return names;
    }
}
