package dev.hinny.plane.server.exchange;

import dev.hinny.plane.contract.exchange.ClientApplication;
import dev.hinny.plane.contract.exchange.NewClientApplication;
import dev.hinny.plane.server.rest.Call;
import dev.hinny.plane.server.rest.Replies;
import dev.hinny.plane.server.rest.Router;
import java.util.List;
import java.util.Map;

/** REST of client applications, at the address of today and at the older one. */
public final class ClientApplicationRoutes {
    private static final String BASE = "/exchange/api/v2/organizations/{organization}/applications";
    private static final String OLD = "/apiplatform/repository/v2/organizations/{organization}/applications";

    private ClientApplicationRoutes() {}

    public static void add(Router router, ClientApplications applications) {
        router.get(BASE, call -> Replies.ok(list(call, applications))).get(OLD, call -> {
            List<ClientApplication> all = list(call, applications);
            return Replies.ok(Map.of("total", all.size(), "applications", all));
        });
        for (String base : List.of(BASE, OLD)) {
            router.post(
                            base,
                            call -> Replies.created(applications.create(
                                    call.principal(),
                                    call.path("organization"),
                                    call.json(NewClientApplication.class))))
                    .get(
                            base + "/{application}",
                            call -> Replies.ok(applications.get(
                                    call.principal(), call.path("organization"), call.number("application"))))
                    .delete(base + "/{application}", call -> {
                        applications.delete(call.principal(), call.path("organization"), call.number("application"));
                        return Replies.noContent();
                    });
        }
        router.post(
                BASE + "/{application}/secret/reset",
                call -> Replies.created(applications.resetSecret(
                        call.principal(), call.path("organization"), call.number("application"))));
    }

    private static List<ClientApplication> list(Call call, ClientApplications applications) {
        return applications.list(
                call.principal(),
                call.path("organization"),
                call.query("limit", 100, 500),
                call.query("offset", 0, Integer.MAX_VALUE));
    }
}
