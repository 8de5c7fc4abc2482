package dev.hinny.plane.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.base.Covers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccessTest {
    private final Rest admin = Platform.admin();

    @Test
    @Covers("ACC-017")
    void signsInWithJsonAndWithAForm() {
        Rest anonymous = Platform.anonymous();
        String form = "username=" + Platform.ACCESS.username() + "&password=" + Platform.ACCESS.password();
        String token = anonymous
                .send(
                        "POST",
                        "/accounts/login",
                        "application/x-www-form-urlencoded",
                        form.getBytes(StandardCharsets.UTF_8))
                .is(200)
                .text("access_token");
        Rest rest = anonymous.with("authorization", "bearer " + token);
        assertThat(rest.get("/accounts/api/users/me").is(200).text("username")).isEqualTo("admin");
        assertThat(rest.get("/accounts/api/me").is(200).text("user", "organization", "id"))
                .isEqualTo(Platform.ACCESS.organizationId());
        assertThat(admin.get("/accounts/api/users/me").json().path("memberOfOrganizations"))
                .anyMatch(o -> o.path("isRoot").asBoolean());
    }

    @Test
    void aWrongPasswordAndAMadeUpTokenAreRefused() {
        Rest anonymous = Platform.anonymous();
        anonymous
                .post("/accounts/login", Map.of("username", "admin", "password", "no"))
                .is(401);
        anonymous
                .post("/accounts/login", Map.of("username", "nobody", "password", "no"))
                .is(401);
        anonymous.get("/accounts/api/me").is(401);
        anonymous
                .with("authorization", "Bearer made-up")
                .get("/accounts/api/me")
                .is(401);
        Rest.Reply missing =
                anonymous.post("/accounts/login", Map.of("username", "admin")).is(400);
        assertThat(missing.text("message")).contains("'password'");
    }

    @Test
    @Covers({"ACC-032", "ACC-034", "ACC-018", "ACC-025"})
    void aConnectedAppMayDoWhatItsScopesSayAndNoMore() {
        String organization = Platform.ACCESS.organizationId();
        String sandbox = Platform.ACCESS.environmentId();
        Map<String, Object> context = Map.of("org", organization, "envId", sandbox);
        Rest.Reply app = admin.post(
                        "/accounts/api/connectedApplications",
                        Map.of(
                                "client_name", "ci " + System.nanoTime(),
                                "grant_types", List.of("client_credentials"),
                                "scopes", List.of(Map.of("scope", "read:applications", "context_params", context))))
                .is(201);
        String clientId = app.text("client_id");
        Map<String, String> credentials = Map.of(
                "client_id", clientId, "client_secret", app.text("client_secret"), "grant_type", "client_credentials");
        Rest.Reply token = Platform.anonymous()
                .post("/accounts/api/v2/oauth2/token", credentials)
                .is(200);
        assertThat(token.number("expires_in")).isPositive();
        Rest rest = Platform.anonymous().with("authorization", "Bearer " + token.text("access_token"));
        rest.with("x-anypnt-env-id", sandbox)
                .get("/cloudhub/api/v2/applications")
                .is(200);
        String production = admin.get(Platform.ORGANIZATION + "/environments")
                .json()
                .path("data")
                .valueStream()
                .filter(e -> e.path("isProduction").asBoolean())
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        rest.with("x-anypnt-env-id", production)
                .get("/cloudhub/api/v2/applications")
                .is(403);
        rest.post(Platform.ORGANIZATION + "/environments", Map.of("name", "x", "type", "sandbox"))
                .is(403);
        assertThat(admin.get("/accounts/api/connectedApplications/" + clientId).text("client_secret"))
                .isEmpty();
        admin.delete("/accounts/api/connectedApplications/" + clientId).is(204);
        rest.get("/accounts/api/users/me").is(401);
    }

    @Test
    @Covers("ACC-005")
    void environmentsAreCreatedReadAndDeletedWithTheStatusesThatClientsCheck() {
        long before = Platform.audited();
        String path = Platform.ORGANIZATION + "/environments";
        Rest.Reply created =
                admin.post(path, Map.of("name", "QA", "type", "sandbox")).is(201);
        assertThat(created.json().path("isProduction").asBoolean(true)).isFalse();
        admin.post(path, Map.of("name", "QA", "type", "sandbox")).is(409);
        Rest.Reply wrong = admin.post(path, Map.of("type", "moon")).is(400);
        assertThat(wrong.text("message")).contains("'name'").contains("'moon'");
        admin.get(path + "/" + created.text("id")).is(200);
        admin.delete(path + "/" + created.text("id")).is(204);
        admin.get(path + "/" + created.text("id")).is(404);
        assertThat(Platform.audited() - before)
                .as("two changes, and sign-ins of the check")
                .isBetween(2L, 4L);
    }

    @Test
    @Covers({"ACC-003", "ACC-004"})
    void aChildGroupsAdministratorCannotReachTheParent() {
        String parent = Platform.ACCESS.organizationId();
        String child = admin.post(
                        "/accounts/api/organizations", Map.of("name", "Child", "parentOrganizationId", parent))
                .is(201)
                .text("id");
        String name = "child" + System.nanoTime();
        Map<String, Object> scope = Map.of("scope", "admin:organization", "context_params", Map.of("org", child));
        admin.post(
                        "/accounts/api/organizations/" + child + "/users",
                        Map.of(
                                "username", name,
                                "password", "long enough",
                                "firstName", "C",
                                "lastName", "A",
                                "email", "c@example.com",
                                "permissions", List.of(scope)))
                .is(201);
        Rest own = Platform.anonymous().signedIn(name, "long enough");
        own.get("/accounts/api/organizations/" + child).is(200);
        own.get("/accounts/api/organizations/" + child + "/environments").is(200);
        long before = Platform.audited();
        own.get("/accounts/api/organizations/" + parent).is(403);
        own.post(Platform.ORGANIZATION + "/environments", Map.of("name", "mine", "type", "sandbox"))
                .is(403);
        own.post("/audit/v2/organizations/" + parent + "/query", Map.of()).is(403);
        own.with("x-anypnt-env-id", Platform.ACCESS.environmentId())
                .get("/cloudhub/api/v2/applications")
                .is(403);
        assertThat(Platform.audited() - before)
                .as("refused calls leave no entry but the sign-in")
                .isLessThanOrEqualTo(2);
        admin.get("/accounts/api/organizations/" + child + "/environments").is(200);
    }

    @Test
    void whatIsNotThereAnswersJson() {
        Rest.Reply reply = admin.get("/accounts/api/nothing/here").is(404);
        assertThat(reply.text("message")).contains("/accounts/api/nothing/here");
        admin.send("PUT", "/accounts/login", "application/json", "{}".getBytes(StandardCharsets.UTF_8))
                .is(405);
        Rest.Reply broken = admin.send(
                        "POST",
                        Platform.ORGANIZATION + "/environments",
                        "application/json",
                        "{\"name\": [1]}".getBytes(StandardCharsets.UTF_8))
                .is(400);
        assertThat(broken.text("message")).contains("'name'");
        admin.send("POST", "/accounts/login", "application/json", "{".getBytes(StandardCharsets.UTF_8))
                .is(400);
        Platform.anonymous().post("/cli/api/v1/analytics/event", Map.of()).is(204);
    }
}
