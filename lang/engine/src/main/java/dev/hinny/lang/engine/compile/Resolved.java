package dev.hinny.lang.engine.compile;

import dev.hinny.lang.engine.node.FunctionNodes;
import dev.hinny.lang.engine.node.Node;
import dev.hinny.lang.engine.node.Signature;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a name means.
 *
 * @param node reads it
 * @param signatures of the overloads, empty when they are not known before the script runs
 * @param pure whether calling it has no effect and costs little
 * @param mapping set for a script used as a function
 */
record Resolved(Node node, List<Signature> signatures, boolean pure, FunctionNodes.@Nullable Mapping mapping) {
    static Resolved of(Node node) {
        return new Resolved(node, List.of(), false, null);
    }

    static Resolved of(Node node, List<Signature> signatures) {
        return new Resolved(node, signatures, false, null);
    }
}
