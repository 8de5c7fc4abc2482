package dev.hinny.plane.contract.exchange;

import org.jspecify.annotations.Nullable;

/** What asks for a contract. */
public record AccessRequest(
        @Nullable Long apiId,
        @Nullable Long instanceId,
        @Nullable Long requestedTierId,
        @Nullable Long applicationId,
        boolean acceptedTerms) {}
