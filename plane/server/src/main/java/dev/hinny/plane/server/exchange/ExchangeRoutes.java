package dev.hinny.plane.server.exchange;

import dev.hinny.http.Response;
import dev.hinny.plane.contract.exchange.Asset;
import dev.hinny.plane.contract.exchange.PublicationLink;
import dev.hinny.plane.contract.exchange.PublicationStatus;
import dev.hinny.plane.server.rest.Call;
import dev.hinny.plane.server.rest.Fields;
import dev.hinny.plane.server.rest.Multipart;
import dev.hinny.plane.server.rest.Replies;
import dev.hinny.plane.server.rest.Router;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** REST of the catalogue. */
public final class ExchangeRoutes {
    private static final String V1 = "/exchange/api/v1/assets/{group}/{asset}";
    private static final String V2 = "/exchange/api/v2/assets/{group}/{asset}";
    private static final String OWN = "/exchange/api/v2/organizations/{organization}/assets/{group}/{asset}/{version}";
    private static final String OWN_V1 =
            "/exchange/api/v1/organizations/{organization}/assets/{group}/{asset}/{version}";

    private final Catalogue catalogue;
    private final Publication publication;

    public ExchangeRoutes(Catalogue catalogue, Publication publication) {
        this.catalogue = catalogue;
        this.publication = publication;
    }

    public void add(Router router) {
        router.get("/exchange/api/v2/assets", this::search)
                .get("/exchange/api/v2/assets/search", this::search)
                .get("/exchange/api/v1/assets", this::search)
                .post("/exchange/api/v2/assets", this::publishOlderForm)
                .get(V1, call -> Replies.ok(get(call, null)))
                .get(V1 + "/{version}", call -> Replies.ok(get(call, call.path("version"))))
                .get(V2, call -> Replies.ok(get(call, null)))
                .get(V2 + "/{version}", call -> Replies.ok(get(call, call.path("version"))))
                .get(V2 + "/versions", call -> Replies.ok(get(call, null).versions()))
                .post(OWN, this::publish)
                .get(OWN + "/publication/status/{run}", this::status)
                .put(V2 + "/{version}/status", this::setStatus)
                .patch(OWN_V1 + "/metadata", this::edit)
                .put(V1 + "/{version}/tags", this::tags)
                .delete(V2 + "/{version}", this::delete)
                .delete(OWN_V1, this::delete);
    }

    private Response search(Call call) {
        Catalogue.Search search = new Catalogue.Search(
                call.query("search").or(() -> call.query("searchTerm")).orElse(""),
                call.request().query().all("types"),
                call.query("organizationId").map(List::of).orElse(List.of()),
                call.query("limit", 20, 250),
                call.query("offset", 0, Integer.MAX_VALUE));
        return Replies.ok(catalogue.search(call.principal(), search, call.base()));
    }

    private Asset get(Call call, @Nullable String version) {
        return catalogue.get(call.principal(), call.path("group"), call.path("asset"), version, call.base());
    }

    /** Answers at once where the client asks for it, else with the address of a status that is complete already. */
    private Response publish(Call call) {
        Publication.Key key = new Publication.Key(
                call.path("organization"), call.path("group"), call.path("asset"), call.path("version"));
        try (Multipart body = call.multipart()) {
            Asset asset = publication.publish(call.principal(), key, body, call.base());
            if (call.header("x-sync-publication")
                    .filter("true"::equalsIgnoreCase)
                    .isPresent()) {
                return Replies.created(asset);
            }
            String link = call.base() + call.request().rawPath() + "/publication/status/" + UUID.randomUUID();
            return Replies.json(202, new PublicationLink(link));
        }
    }

    private Response publishOlderForm(Call call) {
        try (Multipart body = call.multipart()) {
            String group = body.field("groupId").orElse(call.principal().organizationId());
            Publication.Key key = new Publication.Key(
                    body.field("organizationId").orElse(group),
                    group,
                    body.field("assetId").orElse(""),
                    body.field("version").orElse(""));
            return Replies.created(publication.publish(call.principal(), key, body, call.base()));
        }
    }

    private Response status(Call call) {
        get(call, call.path("version"));
        return Replies.ok(new PublicationStatus(
                "completed", List.of(new PublicationStatus.Step("Publishing asset", "completed", List.of(), 201))));
    }

    private Response setStatus(Call call) {
        String status = call.tree().path("status").asString("");
        publication.setStatus(call.principal(), call.path("group"), call.path("asset"), call.path("version"), status);
        return Replies.ok(get(call, call.path("version")));
    }

    private Response edit(Call call) {
        var patch = call.tree();
        new Fields().that(patch.isObject(), "the body is no JSON object").check();
        publication.edit(call.principal(), call.path("group"), call.path("asset"), call.path("version"), patch);
        return Replies.ok(get(call, call.path("version")));
    }

    private Response tags(Call call) {
        publication.setTags(
                call.principal(), call.path("group"), call.path("asset"), call.path("version"), call.tree());
        return Replies.ok(get(call, call.path("version")).tags());
    }

    private Response delete(Call call) {
        publication.delete(call.principal(), call.path("group"), call.path("asset"), call.path("version"));
        return Replies.noContent();
    }
}
