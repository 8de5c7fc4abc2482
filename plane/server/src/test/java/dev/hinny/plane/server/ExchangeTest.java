package dev.hinny.plane.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.base.Covers;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExchangeTest {
    private final Rest admin = Platform.admin();
    private final String group = Platform.ACCESS.organizationId();

    private Rest.Reply publish(String asset, String version, String status, byte[] file) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("name", "Orders API");
        parts.put("status", status);
        parts.put("properties.apiVersion", "v1");
        parts.put("properties.mainFile", "app.xml");
        parts.put("tags", "orders,system");
        parts.put("files.raml.zip=orders.zip", file);
        return admin.with("x-sync-publication", "true")
                .multipart(
                        "POST",
                        "/exchange/api/v2/organizations/" + group + "/assets/" + group + "/" + asset + "/" + version,
                        parts);
    }

    @Test
    void whatIsPublishedIsFoundAndDownloadedWithoutCredentials() {
        byte[] file = Platform.jar("<raml/>".repeat(400_000));
        publish("orders-api", "1.0.0", "published", file).is(201);
        publish("orders-api", "1.10.0", "published", Platform.jar("new")).is(201);
        publish("orders-api", "1.9.0", "published", Platform.jar("newer")).is(201);
        Rest.Reply newest =
                admin.get("/exchange/api/v2/assets/" + group + "/orders-api").is(200);
        assertThat(newest.text("version")).isEqualTo("1.10.0");
        assertThat(newest.text("type")).isEqualTo("rest-api");
        Rest.Reply one = admin.get("/exchange/api/v1/assets/" + group + "/orders-api/1.0.0")
                .is(200);
        String link = one.json().path("files").path(0).path("externalLink").asString();
        assertThat(link).startsWith("https://");
        assertThat(Platform.anonymous().get(link).is(200).bytes()).isEqualTo(file);
        Platform.anonymous()
                .get(link.replaceAll("expires=[0-9]+", "expires=99999999999"))
                .is(403);
    }

    @Test
    @Covers("EXC-007")
    void aPublishedVersionStaysAndOneInDevelopmentIsReplaced() {
        publish("stable-api", "1.0.0", "published", Platform.jar("a")).is(201);
        publish("stable-api", "1.0.0", "published", Platform.jar("b")).is(409);
        publish("moving-api", "1.0.0", "development", Platform.jar("a")).is(201);
        publish("moving-api", "1.0.0", "development", Platform.jar("b")).is(201);
    }

    @Test
    void aBrokenArchiveIsRefusedAndLeavesNothing() {
        byte[] good = Platform.jar("a".repeat(1000));
        byte[] cut = java.util.Arrays.copyOf(good, good.length - 40);
        long before = Platform.audited();
        assertThat(publish("broken-api", "1.0.0", "published", cut).is(400).text("message"))
                .contains("orders.zip");
        assertThat(publish("broken-api", "1.0", "published", good).is(400).text("message"))
                .contains("1.0.0");
        admin.get("/exchange/api/v2/assets/" + group + "/broken-api").is(404);
        assertThat(Platform.audited() - before)
                .as("only the sign-in of the check")
                .isLessThanOrEqualTo(1);
    }

    @Test
    void graphqlFindsAssetsWithTheTokenInTheBody() {
        publish("graph-api", "1.0.0", "published", Platform.jar("a")).is(201);
        String token = Platform.anonymous()
                .post("/accounts/login", Map.of("username", "admin", "password", Platform.ACCESS.password()))
                .text("access_token");
        String query = "query assets($limit: Int, $searchText: String) { found: assets(query: {limit: $limit,"
                + " searchTerm: $searchText, organizationIds: [\"" + group
                + "\"]}) { groupId assetId versions { version } } }";
        Rest.Reply reply = Platform.anonymous()
                .post(
                        "/graph/api/v2/graphql",
                        Map.of(
                                "query",
                                query,
                                "variables",
                                Map.of("accessToken", token, "limit", 10, "searchText", "graph")))
                .is(200);
        var asset = reply.json().path("data").path("found").path(0);
        assertThat(asset.path("assetId").asString()).isEqualTo("graph-api");
        assertThat(asset.path("versions").path(0).path("version").asString()).isEqualTo("1.0.0");
        assertThat(asset.has("name")).isFalse();
        Platform.anonymous()
                .post(
                        "/graph/api/v2/graphql",
                        Map.of("query", "{ assets { name", "variables", Map.of("accessToken", token)))
                .is(400);
    }

    @Test
    void theOtherWayOfPublishingAnswersAStatusLink() {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("name", "Custom");
        parts.put("type", "custom");
        parts.put("files.custom.zip=c.zip", Platform.jar("c"));
        String link = admin.multipart(
                        "POST", "/exchange/api/v2/organizations/" + group + "/assets/" + group + "/custom/1.0.0", parts)
                .is(202)
                .text("publicationStatusLink");
        assertThat(admin.get(link).is(200).text("status")).isEqualTo("completed");
        admin.put("/exchange/api/v2/assets/" + group + "/custom/1.0.0/status", Map.of("status", "deprecated"))
                .is(200);
        admin.delete("/exchange/api/v2/assets/" + group + "/custom/1.0.0").is(204);
        admin.get("/exchange/api/v2/assets/" + group + "/custom").is(404);
    }
}
