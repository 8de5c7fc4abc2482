package dev.hinny.lang.engine.compile;

import dev.hinny.base.SourceSpan;
import dev.hinny.lang.engine.java.JavaClass;
import dev.hinny.lang.engine.node.VariableNodes;
import dev.hinny.lang.engine.type.Type;
import dev.hinny.lang.engine.value.Value;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Java class as a module. */
record JavaUnit(JavaClass type) implements ModuleUnit {
    @Override
    public @Nullable Resolved member(String name, SourceSpan place) {
        Value member = type.member(name);
        return member == null ? null : Resolved.of(new VariableNodes.Constant(member));
    }

    @Override
    public @Nullable Type type(String name, List<Type> arguments) {
        return name.equals("Class") ? new Type.Object(List.of(), true, false) : null;
    }

    @Override
    public Collection<String> names() {
        return type.names();
    }
}
