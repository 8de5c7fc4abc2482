package dev.hinny.plane.contract.access;

/**
 * A place where applications and API instances live apart from those of other environments.
 *
 * @param type {@code design}, {@code sandbox} or {@code production}; never changes
 * @param clientId what a runtime of the environment signs in with
 */
public record Environment(
        String id, String name, String organizationId, boolean isProduction, String type, String clientId) {}
