package dev.hinny.plane.contract.agent;

/** Names of the files in a replica's own directory that both the fabric and the agent know. */
public final class ReplicaFiles {
    /** An {@link AgentBootstrap} as JSON. The fabric writes it; the agent replaces it when it renews its identity. */
    public static final String BOOTSTRAP = "bootstrap.json";

    /** What the process wrote to its standard streams. The fabric bounds it, and the agent while no fabric does. */
    public static final String CONSOLE = "console.log";

    /** Written by the agent when it ends because it was told to: the fabric does not start the replica again. */
    public static final String STOPPED = "stopped";

    private ReplicaFiles() {}
}
