package dev.hinny.plane.contract.apimanager;

/** At most so many requests in a window. */
public record TierLimit(long maximumRequests, long timePeriodInMilliseconds, boolean visible) {}
