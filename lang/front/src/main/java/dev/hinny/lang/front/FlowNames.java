package dev.hinny.lang.front;

import java.util.Set;

/** The names that the scripts of a flow know without declaring them. */
public final class FlowNames {
    public static final Set<String> ALL = Set.of(
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
            "causedBy");

    private FlowNames() {}
}
