package dev.hinny.plane.contract.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What to look for; absent fields do not restrict. */
public record AuditQuery(
        @Nullable String startDate,
        @Nullable String endDate,
        @Nullable List<String> platforms,
        @Nullable List<String> objectTypes,
        @Nullable List<String> objectIds,
        @Nullable List<String> actions,
        @Nullable List<String> environmentIds,
        @Nullable List<String> userIds,
        boolean ascending,
        @Nullable Integer offset,
        @Nullable Integer limit) {}
