package dev.hinny.lang.front.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
    public static final Environment FLOW = new Environment(flow(), ModuleSource.NONE);

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

    private static Map<String, Type> flow() {
        Map<String, Type> names = new LinkedHashMap<>();
        for (String name : List.of(
                "payload",
                "attributes",
                "vars",
                "message",
                "correlationId",
                "flow",
                "app",
                "mule",
                "server",
                "error",
                "authentication",
                "dataType",
                "itemSequenceInfo",
                "p",
                "lookup",
                "causedBy")) {
            names.put(name, Type.ANY);
        }
        return names;
    }
}
