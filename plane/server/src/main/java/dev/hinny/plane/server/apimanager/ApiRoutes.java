package dev.hinny.plane.server.apimanager;

import dev.hinny.http.Response;
import dev.hinny.plane.contract.apimanager.ApiPatch;
import dev.hinny.plane.contract.apimanager.ContractPatch;
import dev.hinny.plane.contract.apimanager.NewApi;
import dev.hinny.plane.contract.apimanager.NewPolicy;
import dev.hinny.plane.contract.apimanager.NewTier;
import dev.hinny.plane.contract.apimanager.Policy;
import dev.hinny.plane.contract.apimanager.PolicyPosition;
import dev.hinny.plane.contract.exchange.AccessRequest;
import dev.hinny.plane.server.rest.Call;
import dev.hinny.plane.server.rest.Replies;
import dev.hinny.plane.server.rest.Router;
import dev.hinny.plane.server.usecase.Refusal;
import java.util.List;
import java.util.Map;

/** REST of API management. */
public final class ApiRoutes {
    private static final String APIS =
            "/apimanager/api/v1/organizations/{organization}/environments/{environment}/apis";
    private static final String XAPIS =
            "/apimanager/xapi/v1/organizations/{organization}/environments/{environment}/apis";
    private static final String API = APIS + "/{api}";
    private static final String CONSUMER =
            "/exchange/api/v2/organizations/{organization}/applications/{application}/contracts";
    private static final String TEMPLATES = "/apimanager/api/v1/organizations/{organization}/policy-templates";

    private final Apis apis;
    private final Policies policies;
    private final Tiers tiers;
    private final Contracts contracts;

    public ApiRoutes(Apis apis, Policies policies, Tiers tiers, Contracts contracts) {
        this.apis = apis;
        this.policies = policies;
        this.tiers = tiers;
        this.contracts = contracts;
    }

    public void add(Router router) {
        router.get(APIS, this::list)
                .post(APIS, this::create)
                .post(XAPIS, this::create)
                .get(API, call -> Replies.ok(apis.get(call.principal(), place(call), api(call))))
                .patch(API, this::patch)
                .patch(XAPIS + "/{api}", this::patch)
                .delete(API, call -> {
                    apis.delete(call.principal(), place(call), api(call));
                    return Replies.noContent();
                })
                .get(
                        API + "/autodiscoveryProperties",
                        call -> Replies.ok(apis.autodiscovery(call.principal(), place(call), api(call))))
                .get(TEMPLATES, call -> Replies.ok(policies.templates(call.principal(), call.path("organization"))))
                .get(
                        TEMPLATES + "/{template}",
                        call -> Replies.ok(
                                policies.template(call.principal(), call.path("organization"), call.path("template"))));
        policies(router);
        tiers(router);
        contracts(router);
    }

    private void policies(Router router) {
        String all = API + "/policies";
        router.get(all, this::listPolicies)
                .post(
                        all,
                        call -> Replies.created(
                                policies.apply(call.principal(), place(call), api(call), call.json(NewPolicy.class))))
                .patch(
                        all,
                        call -> Replies.ok(policies.order(
                                call.principal(), place(call), api(call), List.of(call.json(PolicyPosition[].class)))))
                .get(
                        all + "/{policy}",
                        call -> Replies.ok(
                                policies.get(call.principal(), place(call), api(call), call.number("policy"))))
                .patch(
                        all + "/{policy}",
                        call -> Replies.ok(policies.patch(
                                call.principal(),
                                place(call),
                                api(call),
                                call.number("policy"),
                                call.json(NewPolicy.class))))
                .delete(all + "/{policy}", call -> {
                    policies.remove(call.principal(), place(call), api(call), call.number("policy"));
                    return Replies.noContent();
                });
    }

    private void tiers(Router router) {
        String all = API + "/tiers";
        router.get(all, call -> Replies.ok(tiers.list(call.principal(), place(call), api(call))))
                .post(
                        all,
                        call -> Replies.created(
                                tiers.create(call.principal(), place(call), api(call), call.json(NewTier.class))))
                .put(
                        all + "/{tier}",
                        call -> Replies.ok(tiers.update(
                                call.principal(),
                                place(call),
                                api(call),
                                call.number("tier"),
                                call.json(NewTier.class))))
                .delete(all + "/{tier}", call -> {
                    tiers.delete(call.principal(), place(call), api(call), call.number("tier"));
                    return Replies.noContent();
                });
    }

    private void contracts(Router router) {
        String all = API + "/contracts";
        router.get(all, this::listContracts)
                .post(all, this::createContract)
                .get(
                        all + "/{contract}",
                        call -> Replies.ok(
                                contracts.get(call.principal(), place(call), api(call), call.number("contract"))))
                .patch(
                        all + "/{contract}",
                        call -> Replies.ok(contracts.decide(
                                call.principal(),
                                place(call),
                                api(call),
                                call.number("contract"),
                                call.json(ContractPatch.class).status())))
                .delete(all + "/{contract}", call -> {
                    contracts.delete(call.principal(), place(call), api(call), call.number("contract"));
                    return Replies.noContent();
                })
                .get(
                        CONSUMER,
                        call -> Replies.ok(contracts.ofApplication(
                                call.principal(), call.path("organization"), call.number("application"))))
                .post(
                        CONSUMER,
                        call -> Replies.created(contracts.request(
                                call.principal(),
                                call.path("organization"),
                                call.number("application"),
                                call.json(AccessRequest.class))));
    }

    private Response list(Call call) {
        String search = call.query("query").orElse("");
        return Replies.ok(apis.list(
                call.principal(),
                place(call),
                search,
                call.query("limit", 100, 500),
                call.query("offset", 0, 1 << 30)));
    }

    private Response create(Call call) {
        return Replies.created(apis.create(call.principal(), place(call), call.json(NewApi.class)));
    }

    private Response patch(Call call) {
        return Replies.ok(apis.patch(call.principal(), place(call), api(call), call.json(ApiPatch.class)));
    }

    /** A bare array for clients that say {@code fullInfo=false}, wrapped for others. */
    private Response listPolicies(Call call) {
        List<Policy> all = policies.list(call.principal(), place(call), api(call));
        boolean bare = call.query("fullInfo").filter("false"::equals).isPresent();
        return Replies.ok(bare ? all : Map.of("policies", all));
    }

    private Response listContracts(Call call) {
        String search =
                call.query("coreServicesId").or(() -> call.query("query")).orElse("");
        return Replies.ok(contracts.list(
                call.principal(),
                place(call),
                api(call),
                search,
                call.query("limit", 100, 500),
                call.query("offset", 0, 1 << 30)));
    }

    private Response createContract(Call call) {
        AccessRequest wanted = call.json(AccessRequest.class);
        Long application = wanted.applicationId();
        if (application == null) {
            throw Refusal.badRequest("field 'applicationId' is missing: the number of a client application");
        }
        AccessRequest request =
                new AccessRequest(api(call), null, wanted.requestedTierId(), application, wanted.acceptedTerms());
        return Replies.created(contracts.request(call.principal(), call.path("organization"), application, request));
    }

    private static Place place(Call call) {
        return new Place(call.path("organization"), call.path("environment"));
    }

    private static long api(Call call) {
        return call.number("api");
    }
}
