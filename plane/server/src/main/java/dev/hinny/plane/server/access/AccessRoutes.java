package dev.hinny.plane.server.access;

import dev.hinny.http.Query;
import dev.hinny.http.Response;
import dev.hinny.plane.contract.access.ClientCredentials;
import dev.hinny.plane.contract.access.Credentials;
import dev.hinny.plane.contract.access.NewConnectedApp;
import dev.hinny.plane.contract.access.NewEnvironment;
import dev.hinny.plane.contract.access.NewOrganization;
import dev.hinny.plane.contract.access.NewUser;
import dev.hinny.plane.contract.access.Scopes;
import dev.hinny.plane.contract.access.User;
import dev.hinny.plane.server.rest.Call;
import dev.hinny.plane.server.rest.Fields;
import dev.hinny.plane.server.rest.Replies;
import dev.hinny.plane.server.rest.Router;
import dev.hinny.plane.server.usecase.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** REST of access management. */
public final class AccessRoutes {
    private static final String ORGANIZATION = "/accounts/api/organizations/{organization}";
    private static final String APPS = "/accounts/api/connectedApplications";

    private final SignIn signIn;
    private final Organizations organizations;
    private final Environments environments;
    private final Users users;
    private final ConnectedApps apps;

    public AccessRoutes(
            SignIn signIn, Organizations organizations, Environments environments, Users users, ConnectedApps apps) {
        this.signIn = signIn;
        this.organizations = organizations;
        this.environments = environments;
        this.users = users;
        this.apps = apps;
    }

    public void add(Router router) {
        router.open("POST", "/accounts/login", this::login)
                .open("POST", "/accounts/api/v2/oauth2/token", this::token)
                .open("POST", "/accounts/oauth2/token", this::token)
                .get("/accounts/api/me", call -> Replies.ok(Map.of("user", wrapped(call))))
                .get("/accounts/api/users/me", call -> Replies.ok(users.me(call.principal())))
                .get(ORGANIZATION, call -> Replies.ok(organizations.get(call.principal(), organization(call))))
                .post(
                        "/accounts/api/organizations",
                        call -> Replies.created(
                                organizations.create(call.principal(), null, call.json(NewOrganization.class))))
                .get(
                        ORGANIZATION + "/environments",
                        call -> Replies.ok(environments.list(call.principal(), organization(call))))
                .post(
                        ORGANIZATION + "/environments",
                        call -> Replies.created(environments.create(
                                call.principal(), organization(call), call.json(NewEnvironment.class))))
                .get(
                        ORGANIZATION + "/environments/{environment}",
                        call -> Replies.ok(
                                environments.get(call.principal(), organization(call), call.path("environment"))))
                .delete(ORGANIZATION + "/environments/{environment}", call -> {
                    environments.delete(call.principal(), organization(call), call.path("environment"));
                    return Replies.noContent();
                })
                .get(ORGANIZATION + "/users", call -> Replies.ok(users.list(call.principal(), organization(call))))
                .post(
                        ORGANIZATION + "/users",
                        call -> Replies.created(
                                users.create(call.principal(), organization(call), call.json(NewUser.class))));
        connectedApps(router, APPS);
        connectedApps(router, ORGANIZATION + "/connectedApplications");
    }

    private void connectedApps(Router router, String base) {
        router.get(base, call -> Replies.ok(apps.list(call.principal(), organization(call))))
                .post(
                        base,
                        call -> Replies.created(
                                apps.create(call.principal(), organization(call), call.json(NewConnectedApp.class))))
                .get(
                        base + "/{client}",
                        call -> Replies.ok(apps.get(call.principal(), organization(call), call.path("client"))))
                .get(
                        base + "/{client}/scopes",
                        call -> Replies.ok(
                                new Scopes(apps.get(call.principal(), organization(call), call.path("client"))
                                        .scopes())))
                .put(base + "/{client}/scopes", this::scopes)
                .patch(base + "/{client}/scopes", this::scopes)
                .delete(base + "/{client}", call -> {
                    apps.delete(call.principal(), organization(call), call.path("client"));
                    return Replies.noContent();
                });
    }

    private Response scopes(Call call) {
        Scopes scopes = call.json(Scopes.class);
        new Fields().present("scopes", scopes.scopes()).check();
        apps.setScopes(call.principal(), organization(call), call.path("client"), scopes.scopes());
        return Replies.noContent();
    }

    private Response login(Call call) {
        Credentials given = call.isJson() ? call.json(Credentials.class) : credentials(call.form());
        new Fields()
                .text("username", given.username(), 1000)
                .text("password", given.password(), 1000)
                .check();
        return Replies.ok(signIn.user(given.username(), given.password()));
    }

    private Response token(Call call) {
        ClientCredentials given = call.isJson() ? call.json(ClientCredentials.class) : clientCredentials(call.form());
        new Fields()
                .matching("grant_type", given.grantType(), "client_credentials", "'client_credentials'")
                .text("client_id", given.clientId(), 1000)
                .text("client_secret", given.clientSecret(), 1000)
                .check();
        return Replies.ok(signIn.app(given.clientId(), given.clientSecret()));
    }

    private static Credentials credentials(Query form) {
        return new Credentials(
                form.first("username").orElse(""), form.first("password").orElse(""));
    }

    private static ClientCredentials clientCredentials(Query form) {
        return new ClientCredentials(
                form.first("client_id").orElse(""),
                form.first("client_secret").orElse(""),
                form.first("grant_type").orElse(""));
    }

    /** The older form, with the organisation inside. */
    private Map<String, Object> wrapped(Call call) {
        User user = users.me(call.principal());
        User.Membership own = user.memberOfOrganizations().stream()
                .filter(m -> m.id().equals(user.organizationId()))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("the organisation of '" + user.username() + "' is gone"));
        Map<String, Object> wrapped = new LinkedHashMap<>();
        wrapped.put("id", user.id());
        wrapped.put("username", user.username());
        wrapped.put("firstName", user.firstName());
        wrapped.put("lastName", user.lastName());
        wrapped.put("email", user.email());
        wrapped.put("enabled", user.enabled());
        wrapped.put("organizationId", user.organizationId());
        wrapped.put("organization", own);
        wrapped.put("memberOfOrganizations", user.memberOfOrganizations());
        wrapped.put("contributorOfOrganizations", List.of());
        return wrapped;
    }

    /** Of the path, or the caller's own. */
    private static String organization(Call call) {
        return call.has("organization")
                ? call.path("organization")
                : call.principal().organizationId();
    }
}
