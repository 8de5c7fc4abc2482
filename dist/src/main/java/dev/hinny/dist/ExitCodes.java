package dev.hinny.dist;

import dev.hinny.base.Blame;

/** The exit statuses that every command keeps to; the launcher adds 4 for a build that failed. */
public final class ExitCodes {
    /** Done, and all that was checked held. */
    public static final int OK = 0;
    /** What was checked or tested did not hold. */
    public static final int FAILED = 1;
    /** The command line is wrong, or the command could not look at what it was given. */
    public static final int USAGE = 2;
    /** The machine lacks something: a JDK, a free port, memory, a service that answers. */
    public static final int ENVIRONMENT = 3;
    /** A defect of Hinny itself. */
    public static final int DEFECT = 70;

    private ExitCodes() {}

    /** The status of a command that ended with a problem. */
    public static int of(Blame blame) {
        return switch (blame) {
            case USER -> USAGE;
            case UPSTREAM, CAPACITY -> ENVIRONMENT;
            case BUG -> DEFECT;
        };
    }
}
