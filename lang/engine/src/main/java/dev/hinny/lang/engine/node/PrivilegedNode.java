package dev.hinny.lang.engine.node;

import dev.hinny.lang.engine.value.Value;
import java.util.ArrayList;
import java.util.List;

/** The body of a function marked {@code @RuntimePrivilege}: evaluated only where the privilege is granted. */
public final class PrivilegedNode extends Node {
    private final String privilege;
    private final int arity;
    private final Node body;

    /** @param arity of the function, whose parameters are the first slots of its frame */
    public PrivilegedNode(String privilege, int arity, Node body) {
        this.privilege = privilege;
        this.arity = arity;
        this.body = body;
    }

    @Override
    public Value evaluate(Frame frame) {
        List<Value> arguments = new ArrayList<>();
        for (int i = 0; i < arity; i++) {
            if (frame.slots[i] instanceof Value argument) {
                arguments.add(argument);
            }
        }
        frame.evaluation.options().privileges().demand(privilege, arguments);
        return body.evaluate(frame);
    }
}
