package dev.hinny.plane.server.agents;

import dev.hinny.plane.contract.agent.EdgeSnapshot;
import java.util.List;

/**
 * What the shared load balancer serves.
 *
 * @param domain applications answer to {@code NAME.domain}
 */
public record EdgeListeners(String domain, List<EdgeSnapshot.Listener> listeners) {}
