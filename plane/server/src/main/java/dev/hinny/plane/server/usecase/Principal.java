package dev.hinny.plane.server.usecase;

import java.util.List;

/**
 * Who asks for something.
 *
 * @param grants those of its own and of its teams, for every organisation down the tree
 */
public record Principal(Kind kind, String id, String name, String organizationId, List<Grant> grants) {
    /** A person or a program. */
    public enum Kind {
        USER,
        APP
    }
}
