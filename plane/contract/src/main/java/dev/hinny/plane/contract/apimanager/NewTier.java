package dev.hinny.plane.contract.apimanager;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What creates or changes an SLA tier. */
public record NewTier(
        String name,
        @Nullable String description,
        @Nullable Boolean autoApprove,
        @Nullable String status,
        List<TierLimit> limits) {}
