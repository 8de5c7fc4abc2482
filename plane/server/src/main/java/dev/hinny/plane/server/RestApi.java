package dev.hinny.plane.server;

import dev.hinny.plane.contract.apimanager.PolicyTemplate;
import dev.hinny.plane.server.access.AccessRoutes;
import dev.hinny.plane.server.access.ConnectedApps;
import dev.hinny.plane.server.access.Environments;
import dev.hinny.plane.server.access.Grants;
import dev.hinny.plane.server.access.Organizations;
import dev.hinny.plane.server.access.SignIn;
import dev.hinny.plane.server.access.Users;
import dev.hinny.plane.server.apimanager.ApiRoutes;
import dev.hinny.plane.server.apimanager.Apis;
import dev.hinny.plane.server.apimanager.Contracts;
import dev.hinny.plane.server.apimanager.Policies;
import dev.hinny.plane.server.apimanager.PolicyOffer;
import dev.hinny.plane.server.apimanager.Tiers;
import dev.hinny.plane.server.audit.Audit;
import dev.hinny.plane.server.audit.AuditRoutes;
import dev.hinny.plane.server.exchange.Catalogue;
import dev.hinny.plane.server.exchange.ClientApplicationRoutes;
import dev.hinny.plane.server.exchange.ClientApplications;
import dev.hinny.plane.server.exchange.ExchangeRoutes;
import dev.hinny.plane.server.exchange.GraphRoute;
import dev.hinny.plane.server.exchange.Links;
import dev.hinny.plane.server.exchange.Publication;
import dev.hinny.plane.server.rest.Replies;
import dev.hinny.plane.server.rest.Router;
import dev.hinny.plane.server.runtimemanager.ApplicationCheck;
import dev.hinny.plane.server.runtimemanager.ApplicationView;
import dev.hinny.plane.server.runtimemanager.Applications;
import dev.hinny.plane.server.runtimemanager.CloudHubRoutes;
import dev.hinny.plane.server.runtimemanager.Logs;
import dev.hinny.plane.server.runtimemanager.MappingRules;
import dev.hinny.plane.store.Database;
import dev.hinny.plane.store.Secrets;
import java.nio.file.Path;
import java.util.List;

/** Wires every product's routes; one line a product. */
final class RestApi {
    private RestApi() {}

    static Router router(
            Database database,
            Secrets secrets,
            ApplicationCheck check,
            PolicyOffer policies,
            ApplicationView view,
            String domain,
            Path uploads) {
        Audit audit = new Audit(database);
        SignIn signIn = new SignIn(database, audit);
        Router router = new Router(signIn, uploads, 1 << 20);
        access(router, database, secrets, audit, signIn);
        AuditRoutes.add(router, audit);
        exchange(router, database, secrets, audit, signIn, policies.templates());
        new ApiRoutes(
                        new Apis(database, audit),
                        new Policies(database, audit, secrets, policies),
                        new Tiers(database, audit),
                        new Contracts(database, audit))
                .add(router);
        Applications applications = new Applications(database, audit, secrets, check, view);
        new CloudHubRoutes(applications, new Logs(database, applications), database).add(router);
        new MappingRules(database, audit, domain).add(router);
        // Existing clients tell their maker what they did; we take it and keep nothing.
        router.open("POST", "/cli/api/v1/analytics/{kind}", call -> Replies.noContent());
        return router;
    }

    private static void access(Router router, Database database, Secrets secrets, Audit audit, SignIn signIn) {
        Environments environments = new Environments(database, audit, secrets);
        Grants grants = new Grants();
        new AccessRoutes(
                        signIn,
                        new Organizations(database, audit, environments),
                        environments,
                        new Users(database, audit, grants),
                        new ConnectedApps(database, audit, grants))
                .add(router);
    }

    private static void exchange(
            Router router,
            Database database,
            Secrets secrets,
            Audit audit,
            SignIn signIn,
            List<PolicyTemplate> policies) {
        Links links = new Links(database, secrets);
        Catalogue catalogue = new Catalogue(database, links, policies);
        links.add(router);
        new ExchangeRoutes(catalogue, new Publication(database, audit, catalogue)).add(router);
        new GraphRoute(catalogue, signIn).add(router);
        ClientApplicationRoutes.add(router, new ClientApplications(database, audit, secrets));
    }
}
