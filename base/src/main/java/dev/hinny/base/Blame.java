package dev.hinny.base;

/** Who can mend a problem: the user's input, a system that we call, a limit of capacity, or a defect of ours. */
public enum Blame {
    USER,
    UPSTREAM,
    CAPACITY,
    BUG
}
