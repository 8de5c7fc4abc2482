package dev.hinny.lang.front.check;

import dev.hinny.lang.front.FlowNames;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a script knows besides its own text and the standard library.
 *
 * @param names variables and functions of the host; {@link Type#ANY} where nothing is known of the value
 * @param modules the files that can be imported
 */
public record Environment(Map<String, Type> names, ModuleSource modules) {
    /** Nothing but the standard library. */
    public static final Environment NONE = new Environment(Map.of(), ModuleSource.NONE);

    /** What the scripts of a flow know. */
    public static final Environment FLOW = new Environment(
            FlowNames.ALL.stream().collect(Collectors.toMap(name -> name, name -> Type.ANY)), ModuleSource.NONE);

    public Environment {
        names = Map.copyOf(names);
    }

    /** The same with more names; those given replace those of the same name. */
    public Environment withNames(Map<String, Type> more) {
        Map<String, Type> all = new LinkedHashMap<>(names);
        all.putAll(more);
        return new Environment(all, modules);
    }

    public Environment withModules(ModuleSource other) {
        return new Environment(names, other);
    }
}
