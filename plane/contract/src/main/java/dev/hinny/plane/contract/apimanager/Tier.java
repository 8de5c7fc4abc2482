package dev.hinny.plane.contract.apimanager;

import java.util.List;

/** An SLA tier. */
public record Tier(
        long id,
        long apiId,
        String name,
        String description,
        boolean autoApprove,
        String status,
        List<TierLimit> limits,
        long applicationCount,
        Audit audit) {}
