package dev.hinny.plane.contract.apimanager;

import java.util.List;

/** SLA tiers of an API instance. */
public record TierList(long total, List<Tier> tiers) {}
