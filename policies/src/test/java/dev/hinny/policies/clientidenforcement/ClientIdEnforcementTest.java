package dev.hinny.policies.clientidenforcement;

import static dev.hinny.policies.tck.Stage.bind;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.base.Covers;
import dev.hinny.base.Problem;
import dev.hinny.gateway.api.PolicyProvider;
import dev.hinny.policies.tck.PolicyTck;
import dev.hinny.policies.tck.Stage;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClientIdEnforcementTest extends PolicyTck {
    private static final String ID = "client-id-enforcement";
    private static final String BASIC =
            "{\"credentialsOriginHasHttpBasicAuthenticationHeader\":\"httpBasicAuthenticationHeader\"}";

    private final Stage stage = new Stage();

    @Override
    protected PolicyProvider<?> provider() {
        return new ClientIdEnforcementProvider();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private static void assertRefused(HttpResponse<String> response, String challenge) {
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.body()).isEqualTo("{\"error\":\"Authentication Attempt Failed\"}");
        assertThat(response.headers().firstValue("www-authenticate")).contains(challenge);
        assertThat(response.headers().firstValue("content-type")).contains("application/json");
    }

    @Test
    @Covers("GW-008")
    void headersAreTheDefaultAndAllWrongCredentialsAreAnsweredAlike() throws Exception {
        assertThat(stage.apply(bind(1, ID, 1, "{}"))).isEmpty();
        assertThat(stage.get("/", "client_id", "shop", "client_secret", "s3cret").statusCode()).isEqualTo(200);
        String challenge = "Client-ID-Enforcement";
        assertRefused(stage.get("/"), challenge);
        assertRefused(stage.get("/", "client_id", "shop"), challenge);
        assertRefused(stage.get("/", "client_secret", "s3cret"), challenge);
        assertRefused(stage.get("/", "client_id", "shop", "client_secret", "S3cret"), challenge);
        assertRefused(stage.get("/", "client_id", "nobody", "client_secret", "s3cret"), challenge);
        assertThat(stage.through).hasValue(1);
        assertThat(stage.gateway.figures(Stage.API).orElseThrow().refusals()).containsEntry(ID, 5L);
    }

    @Test
    @Covers("GW-008")
    void basicAuthenticationTakesIdAndSecretAsUserAndPassword() throws Exception {
        assertThat(stage.apply(bind(1, ID, 1, BASIC))).isEmpty();
        assertThat(stage.get("/", "authorization", basic("shop:s3cret")).statusCode()).isEqualTo(200);
        assertThat(stage.get("/", "authorization", basic("shop:s3cret").replace("Basic", "bAsIc")).statusCode())
                .isEqualTo(200);
        String challenge = "Basic realm=\"mule-realm\"";
        assertRefused(stage.get("/"), challenge);
        assertRefused(stage.get("/", "client_id", "shop", "client_secret", "s3cret"), challenge);
        for (String wrong : List.of(basic("shop:no"), basic("shop"), basic(""), "Basic ???", "Basic", "Bearer x")) {
            assertRefused(stage.get("/", "authorization", wrong), challenge);
        }
    }

    private static String basic(String text) {
        return "Basic " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @Covers("GW-008")
    void anEmptySecretExpressionLetsTheIdAloneSuffice() throws Exception {
        stage.apply(bind(1, ID, 1, "{\"clientIdExpression\":\"#[attributes.queryParams.'id']\",\"clientSecretExpression\":\"\"}"));
        assertThat(stage.get("/?id=shop").statusCode()).isEqualTo(200);
        assertRefused(stage.get("/?id=other"), "Client-ID-Enforcement");
        assertRefused(stage.get("/"), "Client-ID-Enforcement");
    }

    @Test
    void queryParametersAreDecoded() throws Exception {
        stage.apply(
                List.of(Stage.contract("a b", "ü&")),
                bind(1, ID, 1, "{\"clientIdExpression\":\"#[attributes.queryParams['id']]\","
                        + "\"clientSecretExpression\":\"#[attributes.queryParams[\\\"secret\\\"]]\"}"));
        assertThat(stage.get("/?id=a+b&secret=%C3%BC%26").statusCode()).isEqualTo(200);
    }

    @Test
    void otherExpressionsAreProblemsAndCloseTheApi() throws Exception {
        List<Problem> problems = stage.apply(bind(1, ID, 1, "{\"clientIdExpression\": \"#[payload.client_id]\"}"));
        assertThat(problems).extracting(Problem::line).containsExactly("policy client-id-enforcement of API 12:1:2: error:"
                + " UNKNOWN-EXPRESSION: found '#[payload.client_id]' for 'clientIdExpression', expected a header or a query"
                + " parameter of the request (write #[attributes.headers['NAME']] or #[attributes.queryParams['NAME']])");
        assertThat(stage.get("/", "client_id", "shop", "client_secret", "s3cret").statusCode()).isEqualTo(503);
    }

    @Test
    void aSecretHashedInAnotherWayIsAWarningAndNeverFits() throws Exception {
        var shop = new dev.hinny.gateway.api.ApiConfig.Contract(Stage.SHOP.client(), "md5:1:x:y");
        assertThat(stage.apply(List.of(shop), bind(1, ID, 1, "{}")))
                .extracting(Problem::code)
                .containsExactly("SECRET-HASH");
        assertRefused(stage.get("/", "client_id", "shop", "client_secret", "s3cret"), "Client-ID-Enforcement");
    }

    @Test
    @Covers({"APIM-005", "APIM-012"})
    void aContractComesResetsAndGoesWithTheSnapshotUnderLoad() throws Exception {
        var policy = bind(1, ID, 1, "{}");
        stage.apply(List.of(Stage.SHOP, Stage.contract("late", "one")), policy);
        AtomicBoolean over = new AtomicBoolean();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> clients = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                clients.add(pool.submit(() -> {
                    int done = 0;
                    while (!over.get() || done < 20) {
                        assertThat(stage.get("/", "client_id", "shop", "client_secret", "s3cret").statusCode())
                                .isEqualTo(200);
                        done++;
                    }
                    return done;
                }));
            }
            for (int i = 0; i < 20; i++) {
                assertThat(late("one")).isEqualTo(200);
                stage.apply(List.of(Stage.SHOP, Stage.contract("late", "two")), policy);
                assertThat(late("one")).isEqualTo(401);
                assertThat(late("two")).isEqualTo(200);
                stage.apply(List.of(Stage.SHOP), policy);
                assertThat(late("two")).isEqualTo(401);
                stage.apply(List.of(Stage.SHOP, Stage.contract("late", "one")), policy);
            }
            over.set(true);
            for (Future<Integer> client : clients) {
                assertThat(client.get()).isGreaterThanOrEqualTo(20);
            }
        }
    }

    private int late(String secret) throws Exception {
        return stage.get("/", "client_id", "late", "client_secret", secret).statusCode();
    }
}
