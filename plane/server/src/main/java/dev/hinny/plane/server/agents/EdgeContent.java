package dev.hinny.plane.server.agents;

import dev.hinny.plane.contract.Json;
import dev.hinny.plane.contract.agent.EdgeSnapshot;
import dev.hinny.plane.store.Sql;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a load balancer's snapshot is made of: a host for each application, and the mapping rules. */
public final class EdgeContent {
    private final EdgeListeners listeners;

    public EdgeContent(EdgeListeners listeners) {
        this.listeners = listeners;
    }

    EdgeSnapshot snapshot(Sql sql, String hash, long version) {
        Map<String, List<EdgeSnapshot.Target>> targets = new HashMap<>();
        List<EdgeSnapshot.Route> routes = new ArrayList<>(sql.list(
                "select a.domain, coalesce(t.targets, '[]') as targets from applications a"
                        + " left join application_targets t on t.application_id = a.id"
                        + " where a.desired <> 'DELETED' order by a.domain",
                row -> {
                    List<EdgeSnapshot.Target> of =
                            List.of(Json.mapper().readValue(row.text("targets"), EdgeSnapshot.Target[].class));
                    String name = row.text("domain");
                    targets.put(name, of);
                    return new EdgeSnapshot.Route(name + "." + listeners.domain(), "/", "/", name, of);
                }));
        routes.addAll(sql.list(
                "select * from mapping_rules order by host, path_prefix",
                row -> new EdgeSnapshot.Route(
                        row.text("host"),
                        row.text("path_prefix"),
                        row.text("target_path"),
                        row.text("domain"),
                        targets.getOrDefault(row.text("domain"), List.of()))));
        return new EdgeSnapshot(hash, version, listeners.listeners(), routes);
    }
}
