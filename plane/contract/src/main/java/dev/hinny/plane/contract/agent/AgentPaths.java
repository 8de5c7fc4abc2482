package dev.hinny.plane.contract.agent;

/**
 * Paths of the agent protocol, relative to the controller's agent address. Every call is HTTPS with a client certificate
 * that the fabric issued; its common name is the replica id.
 */
public final class AgentPaths {
    /**
     * GET; {@code ?have=HASH&wait=SECONDS}: answers 200 with a {@link WorkerSnapshot} or {@link EdgeSnapshot} as soon as
     * its hash differs from the one the agent has, 204 when the wait is over without a change.
     */
    public static final String SNAPSHOT = "/hinny/api/v1/agent/snapshot";

    /** GET {@code /{sha256}}: the bytes of an application or specification archive. */
    public static final String ARTIFACTS = "/hinny/api/v1/agent/artifacts";

    /** POST a {@link StatusReport}; 204. Doubles as the heartbeat. */
    public static final String STATUS = "/hinny/api/v1/agent/status";

    /** POST a list of {@link LogLine}; 204. */
    public static final String LOGS = "/hinny/api/v1/agent/logs";

    /** POST; answers 200 with a fresh {@link AgentIdentity} while the presented certificate is still valid. */
    public static final String IDENTITY = "/hinny/api/v1/agent/identity";

    private AgentPaths() {}
}
