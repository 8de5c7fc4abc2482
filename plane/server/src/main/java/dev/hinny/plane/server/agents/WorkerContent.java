package dev.hinny.plane.server.agents;

import dev.hinny.plane.contract.Json;
import dev.hinny.plane.contract.agent.ApiInstance;
import dev.hinny.plane.contract.agent.WorkerSnapshot;
import dev.hinny.plane.contract.apimanager.TierLimit;
import dev.hinny.plane.store.Secrets;
import dev.hinny.plane.store.Sql;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a worker's snapshot is made of. Equal database contents give equal snapshots, on every controller. */
public final class WorkerContent {
    private final Secrets secrets;

    public WorkerContent(Secrets secrets) {
        this.secrets = secrets;
    }

    WorkerSnapshot.Desired desired(Sql sql, String replica) {
        return sql.one(
                        "select desired from replicas where id = ?",
                        row -> WorkerSnapshot.Desired.valueOf(row.text("desired")),
                        replica)
                .orElseThrow();
    }

    WorkerSnapshot.Application application(Sql sql, String replica) {
        return sql.one(
                        "select a.id, a.domain, a.organization_id, a.environment_id, d.sha256, d.file_name,"
                                + " d.properties from replicas r join applications a on a.id = r.application_id join"
                                + " deployments d on d.id = r.deployment_id where r.id = ?",
                        row -> new WorkerSnapshot.Application(
                                row.text("domain"),
                                row.text("organization_id"),
                                row.text("environment_id"),
                                row.text("sha256"),
                                row.text("file_name"),
                                properties(row.text("id"), row.bytes("properties"))),
                        replica)
                .orElseThrow();
    }

    /** All instances of the environment with the policies in force and the approved contracts. */
    List<ApiInstance> apis(Sql sql, String environment) {
        Map<Long, List<ApiInstance.PolicyBinding>> policies = new HashMap<>();
        sql.list(
                        "select * from policies where environment_id = ? and not disabled order by api_id, position",
                        row -> Map.entry(
                                row.number("api_id"),
                                new ApiInstance.PolicyBinding(
                                        row.number("id"),
                                        row.text("template"),
                                        row.text("version"),
                                        row.integer("position"),
                                        secrets.decrypt(row.bytes("configuration"), "policy " + row.number("id")))),
                        environment)
                .forEach(e -> policies.merge(e.getKey(), List.of(e.getValue()), WorkerContent::joined));
        Map<Long, List<ApiInstance.Contract>> contracts = new HashMap<>();
        sql.list(
                        "select c.id, c.api_id, a.client_id, a.name, a.client_secret_hash, coalesce(t.name, '') as"
                            + " tier, coalesce(t.limits, '[]') as limits from contracts c join client_applications a"
                            + " on a.id = c.application_id left join sla_tiers t on t.id = c.tier_id where"
                            + " c.environment_id = ? and c.status = 'APPROVED' order by c.id",
                        row -> Map.entry(
                                row.number("api_id"),
                                new ApiInstance.Contract(
                                        row.number("id"),
                                        row.text("client_id"),
                                        row.text("name"),
                                        row.text("client_secret_hash"),
                                        row.text("tier"),
                                        limits(row.text("limits")))),
                        environment)
                .forEach(e -> contracts.merge(e.getKey(), List.of(e.getValue()), WorkerContent::joined));
        return sql.list(
                "select id, asset_id, asset_version, coalesce(label, '') as label from api_instances"
                        + " where environment_id = ? order by id",
                row -> new ApiInstance(
                        row.number("id"),
                        row.text("asset_id"),
                        row.text("asset_version"),
                        row.text("label"),
                        policies.getOrDefault(row.number("id"), List.of()),
                        contracts.getOrDefault(row.number("id"), List.of())),
                environment);
    }

    private Map<String, String> properties(String application, byte[] sealed) {
        Map<String, String> all = new TreeMap<>();
        Json.mapper()
                .readTree(secrets.decrypt(sealed, "application " + application))
                .properties()
                .forEach(p -> all.put(p.getKey(), p.getValue().asString("")));
        return all;
    }

    private static List<ApiInstance.Limit> limits(String json) {
        return Stream.of(Json.mapper().readValue(json, TierLimit[].class))
                .map(l -> new ApiInstance.Limit(l.maximumRequests(), l.timePeriodInMilliseconds()))
                .toList();
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}
