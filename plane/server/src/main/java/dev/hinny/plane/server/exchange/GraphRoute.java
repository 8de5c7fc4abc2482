package dev.hinny.plane.server.exchange;

import dev.hinny.http.Response;
import dev.hinny.plane.contract.Json;
import dev.hinny.plane.server.access.SignIn;
import dev.hinny.plane.server.rest.Call;
import dev.hinny.plane.server.rest.Replies;
import dev.hinny.plane.server.rest.Router;
import dev.hinny.plane.server.usecase.Principal;
import dev.hinny.plane.server.usecase.Refusal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The catalogue's GraphQL address: root fields {@code assets} and {@code asset}. */
public final class GraphRoute {
    private final Catalogue catalogue;
    private final SignIn signIn;

    public GraphRoute(Catalogue catalogue, SignIn signIn) {
        this.catalogue = catalogue;
        this.signIn = signIn;
    }

    public void add(Router router) {
        // Existing clients send the token inside the body.
        router.open("POST", "/graph/api/v2/graphql", this::answer);
    }

    private Response answer(Call call) {
        JsonNode body = call.tree();
        JsonNode variables = body.path("variables");
        String token = variables.path("accessToken").asString("");
        Principal who = token.isEmpty() ? signIn.principal(call.request()) : signIn.principal(token);
        ObjectNode data = Json.mapper().createObjectNode();
        for (GraphQuery.Field field : GraphQuery.parse(body.path("query").asString(""), variables)) {
            data.set(field.alias(), field.select(resolve(who, field, call.base())));
        }
        return Replies.ok(Json.mapper().createObjectNode().set("data", data));
    }

    private JsonNode resolve(Principal who, GraphQuery.Field field, String base) {
        ObjectNode arguments = field.arguments();
        JsonNode query = arguments.path("query").isObject() ? arguments.path("query") : arguments;
        return switch (field.name()) {
            case "assets" -> {
                List<String> types = new ArrayList<>(texts(query.path("types")));
                types.addAll(texts(query.path("type")));
                Catalogue.Search search = new Catalogue.Search(
                        query.path("searchTerm").asString(query.path("search").asString("")),
                        types,
                        texts(query.path("organizationIds")),
                        Math.clamp(query.path("limit").asInt(20), 1, 250),
                        Math.max(0, query.path("offset").asInt(0)));
                ArrayNode all = Json.mapper().createArrayNode();
                catalogue.search(who, search, base).forEach(asset -> all.add(node(asset)));
                yield all;
            }
            case "asset" -> {
                String version = query.path("version").asString("");
                yield node(catalogue.get(
                        who,
                        query.path("groupId").asString(""),
                        query.path("assetId").asString(""),
                        version.isEmpty() ? null : version,
                        base));
            }
            default ->
                throw Refusal.badRequest(
                        "GraphQL: there is no field '" + field.name() + "', expected 'assets' or 'asset'");
        };
    }

    private static JsonNode node(Object asset) {
        ObjectNode node = Json.mapper().valueToTree(asset);
        return node.put("__typename", "Asset");
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isString()) {
            texts.add(node.stringValue());
        }
        if (node.isArray()) {
            node.forEach(element -> {
                if (element.isString()) {
                    texts.add(element.stringValue());
                }
            });
        }
        return texts;
    }
}
