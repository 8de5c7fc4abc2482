package dev.hinny.connectors.apigateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hinny.base.Covers;
import dev.hinny.base.Problem;
import dev.hinny.base.ProblemException;
import dev.hinny.gateway.api.ApiConfig;
import dev.hinny.gateway.api.ApiConfig.PolicyBinding;
import dev.hinny.gateway.api.ApiContext;
import dev.hinny.gateway.api.PolicyCatalog;
import dev.hinny.gateway.engine.BoundApi;
import dev.hinny.gateway.engine.FailureListener;
import dev.hinny.gateway.engine.Gateway;
import dev.hinny.gateway.engine.UnknownApi;
import dev.hinny.runtime.api.Listeners;
import dev.hinny.runtime.engine.ApplicationRuntime;
import dev.hinny.runtime.engine.Applications;
import dev.hinny.runtime.engine.Checked;
import dev.hinny.runtime.engine.Host;
import dev.hinny.runtime.model.LoadOptions;
import dev.hinny.runtime.model.descriptor.Catalog;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AutodiscoveryTest {
    private static final Catalog CATALOG = Catalog.standard();
    private static final LoadOptions OPTIONS = LoadOptions.strict(Map.of());
    private static final String HEAD = """
        <mule xmlns="http://www.mulesoft.org/schema/mule/core" xmlns:http="http://www.mulesoft.org/schema/mule/http"
              xmlns:api-gateway="http://www.mulesoft.org/schema/mule/api-gateway">
          <http:listener-config name="http"><http:listener-connection host="127.0.0.1" port="8081"/></http:listener-config>
        """;

    @TempDir
    private Path folder;

    private final AtomicInteger port = new AtomicInteger();
    private final Gateway gateway = new Gateway(
            PolicyCatalog.installed(AutodiscoveryTest.class.getClassLoader()), UnknownApi.REFUSE, FailureListener.NONE);

    private Path application(String xml) throws IOException {
        return Files.writeString(folder.resolve("app.xml"), xml);
    }

    private static String flow(String name) {
        return "<flow name=\"" + name + "\"><http:listener config-ref=\"http\" path=\"/" + name
                + "\"/><set-payload value=\"from " + name + "\"/></flow>\n";
    }

    private static String autodiscovery(String id, String flow) {
        return "<api-gateway:autodiscovery apiId=\"" + id + "\" flowRef=\"" + flow + "\" ignoreBasePath=\"true\"/>\n";
    }

    private Host host(boolean guarded) {
        Host host = Host.inMemory().withTemporary(folder.resolve("tmp")).withListeners(new Listeners() {
            @Override
            public InetSocketAddress address(String configuration, String declaredHost, int declaredPort) {
                return new InetSocketAddress("127.0.0.1", 0);
            }

            @Override
            public void bound(String configuration, int declaredPort, String protocol, String basePath, int realPort) {
                port.set(realPort);
            }
        });
        return guarded ? host.withService(Gateway.class, gateway) : host;
    }

    private ApplicationRuntime start(String xml, boolean guarded) throws IOException {
        return Applications.start(application(xml), CATALOG, OPTIONS, host(guarded));
    }

    private static ApiConfig api(long id, int limit) {
        return new ApiConfig(
                new ApiContext(id, "orders-api", "1.0.0", ""),
                List.of(new PolicyBinding(
                        1,
                        "rate-limiting",
                        "1.4.0",
                        1,
                        "{\"rateLimits\":[{\"maximumRequests\":" + limit + ",\"timePeriodInMilliseconds\":3600000}]}")),
                List.of());
    }

    private HttpResponse<String> get(String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    @Covers("GW-003")
    void twoFlowsAreGuardedEachByItsInstanceAndAThirdByNone() throws Exception {
        String xml = HEAD + autodiscovery("12", "a") + autodiscovery("13", "b") + flow("a") + flow("b") + flow("c")
                + "</mule>";
        try (ApplicationRuntime running = start(xml, true)) {
            assertThat(running.problems()).isEmpty();
            assertThat(get("/a").statusCode()).isEqualTo(503);
            assertThat(get("/b").statusCode()).isEqualTo(503);
            assertThat(get("/c").body()).isEqualTo("from c");
            gateway.apply(List.of(api(12, 1), api(13, 2)));
            assertThat(get("/a").body()).isEqualTo("from a");
            assertThat(get("/a").statusCode()).isEqualTo(429);
            assertThat(get("/b").body()).isEqualTo("from b");
            assertThat(get("/b").statusCode()).isEqualTo(200);
            assertThat(get("/b").statusCode()).isEqualTo(429);
            assertThat(get("/c").statusCode()).isEqualTo(200);
            assertThat(gateway.bound())
                    .containsExactly(new BoundApi(12, "a", List.of()), new BoundApi(13, "b", List.of()));
        }
        assertThat(gateway.bound()).isEmpty();
    }

    @Test
    void twoInstancesOnOneFlowBothApply() throws Exception {
        String xml = HEAD + autodiscovery("12", "a") + autodiscovery("13", "a") + flow("a") + "</mule>";
        try (ApplicationRuntime running = start(xml, true)) {
            assertThat(running.problems()).isEmpty();
            gateway.apply(List.of(api(12, 1), api(13, 100)));
            assertThat(get("/a").statusCode()).isEqualTo(200);
            assertThat(get("/a").statusCode()).isEqualTo(429);
            assertThat(gateway.figures(12).orElseThrow().requests()).isEqualTo(2);
            assertThat(gateway.figures(13).orElseThrow().requests()).isEqualTo(1);
        }
    }

    @Test
    void withoutAGatewayItIsInert() throws Exception {
        String xml = HEAD + autodiscovery("none", "a") + flow("a") + "</mule>";
        try (ApplicationRuntime running = start(xml, false)) {
            assertThat(running.problems()).extracting(Problem::code).containsExactly("BAD-API-ID");
            assertThat(get("/a").body()).isEqualTo("from a");
        }
    }

    @Test
    void anIdThatIsNoNumberIsAnErrorWhereThereIsAGateway() throws Exception {
        Path app = application(HEAD + autodiscovery("none", "a") + flow("a") + "</mule>");
        assertThatThrownBy(() -> Applications.start(app, CATALOG, OPTIONS, host(true)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.first().line())
                                .contains("app.xml:4:35: error: BAD-API-ID: found 'none' for 'apiId'"));
    }

    @Test
    void anUnknownFlowKeepsTheApplicationFromStarting() throws Exception {
        Path app = application(HEAD + autodiscovery("12", "orderz") + flow("orders") + "</mule>");
        assertThatThrownBy(() -> Applications.start(app, CATALOG, OPTIONS, host(true)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.first().line())
                                .contains("UNKNOWN-FLOW: found 'orderz' for 'flowRef'")
                                .contains("did you mean 'orders'?"));
        assertThat(gateway.bound()).isEmpty();
    }

    @Test
    void theExampleOfThePageRuns() throws Exception {
        String page = Files.readString(Path.of("src/main/java/dev/hinny/connectors/apigateway/README.md"));
        Matcher xml = Pattern.compile("```xml\n(.*?)```", Pattern.DOTALL).matcher(page);
        assertThat(xml.find()).isTrue();
        Path app = application(xml.group(1));
        Checked checked = Applications.check(app, CATALOG, OPTIONS);
        assertThat(checked.problems()).isEmpty();
        try (ApplicationRuntime running = Applications.start(app, CATALOG, OPTIONS, host(true))) {
            gateway.apply(List.of(api(12, 5)));
            assertThat(running.problems()).isEmpty();
            assertThat(get("/orders").body()).isEqualTo("the orders");
        }
    }
}
