package dev.hinny.lang.engine.compile;

import dev.hinny.base.SourceSpan;
import dev.hinny.lang.engine.node.VariableNodes;
import dev.hinny.lang.engine.type.Type;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The module of functions that the host supplies: {@code Mule::p}. */
record HostUnit(Set<String> supplied) implements ModuleUnit {
    @Override
    public @Nullable Resolved member(String name, SourceSpan place) {
        return supplied.contains(name) ? Resolved.of(new VariableNodes.Host(name, place)) : null;
    }

    @Override
    public @Nullable Type type(String name, List<Type> arguments) {
        return null;
    }

    @Override
    public Collection<String> names() {
        return supplied;
    }
}
