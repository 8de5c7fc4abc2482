package dev.hinny.plane.server.runtimemanager;

import dev.hinny.plane.contract.access.Listing;
import dev.hinny.plane.contract.runtimemanager.MappingRule;
import dev.hinny.plane.contract.runtimemanager.NewMappingRule;
import dev.hinny.plane.server.audit.Audit;
import dev.hinny.plane.server.rest.Fields;
import dev.hinny.plane.server.rest.Replies;
import dev.hinny.plane.server.rest.Router;
import dev.hinny.plane.server.usecase.Access;
import dev.hinny.plane.server.usecase.Permission;
import dev.hinny.plane.server.usecase.Principal;
import dev.hinny.plane.server.usecase.Refusal;
import dev.hinny.plane.store.Changes;
import dev.hinny.plane.store.Database;
import dev.hinny.plane.store.Row;
import dev.hinny.plane.store.Sql;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Mapping rules of the shared load balancer, beside the host that each application has by its name. */
public final class MappingRules {
    private static final String BASE =
            "/hinny/api/v1/organizations/{organization}/environments/{environment}/mapping-rules";
    private static final String HOST = "\\*|(\\*\\.)?[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?";
    private static final String PATH = "/[A-Za-z0-9._~%!$&'()*+,;=:@/-]{0,500}";

    private final Database database;
    private final Audit audit;
    private final String domain;

    /** @param domain hosts below it belong to the applications' names */
    public MappingRules(Database database, Audit audit, String domain) {
        this.database = database;
        this.audit = audit;
        this.domain = domain;
    }

    public void add(Router router) {
        router.get(
                        BASE,
                        call -> Replies.ok(list(call.principal(), call.path("organization"), call.path("environment"))))
                .post(
                        BASE,
                        call -> Replies.created(create(
                                call.principal(),
                                call.path("organization"),
                                call.path("environment"),
                                call.json(NewMappingRule.class))))
                .delete(BASE + "/{rule}", call -> {
                    delete(call.principal(), call.path("organization"), call.path("environment"), call.number("rule"));
                    return Replies.noContent();
                });
    }

    Listing<MappingRule> list(Principal who, String organization, String environment) {
        return database.read(sql -> {
            Access.require(sql, who, Permission.READ_APPLICATIONS, organization, environment);
            List<MappingRule> all = sql.list(
                    "select * from mapping_rules where environment_id = ? order by host, path_prefix",
                    MappingRules::rule,
                    environment);
            return new Listing<>(all, all.size());
        });
    }

    MappingRule create(Principal who, String organization, String environment, NewMappingRule wanted) {
        String prefix = Objects.requireNonNullElse(wanted.pathPrefix(), "/");
        String target = Objects.requireNonNullElse(wanted.targetPath(), "/");
        boolean taken = wanted.host() != null && wanted.host().endsWith("." + domain);
        new Fields()
                .matching("host", wanted.host(), HOST, "a host name in lower case, '*.DOMAIN' or '*'")
                .that(
                        !taken,
                        "field 'host' is '" + wanted.host() + "': hosts of '" + domain + "' are applications' names")
                .matching("pathPrefix", prefix, PATH, "a path that starts with a slash")
                .matching("targetPath", target, PATH, "a path that starts with a slash")
                .text("domain", wanted.domain(), 42)
                .check();
        return database.write(sql -> {
            Access.require(sql, who, Permission.CREATE_APPLICATIONS, organization, environment);
            long found = sql.number(
                    "select count(*) from applications where domain = ? and environment_id = ? and desired <>"
                            + " 'DELETED'",
                    wanted.domain(),
                    environment);
            if (found == 0) {
                throw Refusal.badRequest("the environment has no application '" + wanted.domain() + "'");
            }
            MappingRule rule = sql.one(
                            "insert into mapping_rules(organization_id, environment_id, host, path_prefix, target_path,"
                                    + " domain) values (?,?,?,?,?,?) returning *",
                            MappingRules::rule,
                            organization,
                            environment,
                            wanted.host(),
                            prefix,
                            target,
                            wanted.domain())
                    .orElseThrow();
            changed(sql, who, "Create", rule);
            return rule;
        });
    }

    void delete(Principal who, String organization, String environment, long id) {
        database.run(sql -> {
            Access.require(sql, who, Permission.CREATE_APPLICATIONS, organization, environment);
            MappingRule rule = sql.one(
                            "delete from mapping_rules where id = ? and environment_id = ? returning *",
                            MappingRules::rule,
                            id,
                            environment)
                    .orElseThrow(() -> Refusal.notFound("the environment has no mapping rule " + id));
            changed(sql, who, "Delete", rule);
        });
    }

    private void changed(Sql sql, Principal who, String action, MappingRule rule) {
        Changes.touch(sql, Changes.EDGE);
        audit.record(
                sql,
                who,
                Audit.of("Runtime Manager", action, "Mapping Rule", rule.id(), rule.host() + rule.pathPrefix())
                        .in(rule.organizationId(), rule.environmentId())
                        .with(Map.of("application", rule.domain())));
    }

    private static MappingRule rule(Row row) throws SQLException {
        return new MappingRule(
                row.number("id"),
                row.text("host"),
                row.text("path_prefix"),
                row.text("target_path"),
                row.text("domain"),
                row.text("organization_id"),
                row.text("environment_id"));
    }
}
