package dev.hinny.plane.server.usecase;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a principal may be allowed to do; each has the scope names by which clients ask for it. */
public enum Permission {
    ORGANIZATION_ADMINISTRATOR("admin:organization", "admin:access_controls"),
    VIEW_ENVIRONMENTS("view:environment", "read:environments", "view:organization"),
    AUDIT_LOG_VIEWER("view:audit_logs", "read:audit_logs"),
    EXCHANGE_VIEWER("view:exchange", "read:exchange"),
    EXCHANGE_CONTRIBUTOR("edit:exchange", "write:exchange", "admin:exchange"),
    MANAGE_CLIENT_APPLICATIONS("manage:api_clients", "edit:client_applications"),
    VIEW_APIS("view:api_configuration", "read:api_configuration"),
    MANAGE_APIS("manage:api_configuration", "manage:apis"),
    MANAGE_CONTRACTS("manage:api_contracts"),
    READ_APPLICATIONS("read:applications"),
    CREATE_APPLICATIONS("create:applications", "admin:cloudhub"),
    DELETE_APPLICATIONS("delete:applications");

    private final List<String> scopes;

    Permission(String... scopes) {
        this.scopes = List.of(scopes);
    }

    public String scope() {
        return scopes.getFirst();
    }

    public static Optional<Permission> of(String scope) {
        return Arrays.stream(values())
                .filter(p -> p.scopes.contains(scope) || p.name().equals(scope))
                .findFirst();
    }

    /** Whether who holds this permission may also do the other. */
    boolean implies(Permission other) {
        return this == other
                || this == ORGANIZATION_ADMINISTRATOR
                || other == VIEW_ENVIRONMENTS
                || (this == EXCHANGE_CONTRIBUTOR && other == EXCHANGE_VIEWER)
                || ((this == MANAGE_APIS || this == MANAGE_CONTRACTS) && other == VIEW_APIS)
                || ((this == CREATE_APPLICATIONS || this == DELETE_APPLICATIONS) && other == READ_APPLICATIONS);
    }
}
