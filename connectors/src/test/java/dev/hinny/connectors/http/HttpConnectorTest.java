package dev.hinny.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.hinny.base.ProblemException;
import dev.hinny.connectors.tck.ConnectorTck;
import dev.hinny.connectors.tck.RunningApp;
import dev.hinny.runtime.api.ConnectorProvider;
import dev.hinny.runtime.api.FlowError;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Listeners and requests over real sockets. */
final class HttpConnectorTest extends ConnectorTck {
    private static final String SERVER = """
        <http:listener-config name="in" basePath="/base">
          <http:listener-connection host="127.0.0.1" port="8081"/>
        </http:listener-config>
        """;

    @Override
    protected ConnectorProvider provider() {
        return new HttpConnector();
    }

    @Override
    protected String[] exampleProperties() {
        return new String[] {"stock.host", "localhost", "stock.port", "1"};
    }

    @Test
    void the_readme_s_example_runs() throws IOException {
        try (Backend backend = Backend.start();
                RunningApp app = RunningApp.start(
                        exampleProject(), h -> h, "stock.host", "localhost", "stock.port", backend.port())) {
            HttpResponse<String> found = app.get("shop", "/shop/products/A%201?unit=box", "X-Correlation-ID", "c-1");
            assertThat(found.statusCode()).isEqualTo(200);
            assertThat(found.body()).isEqualTo("GET /stock/A%201?unit=box shop c-1 ");
            assertThat(found.headers().firstValue("content-type")).contains("text/plain");
            HttpResponse<String> missing = app.get("shop", "/shop/products/none");
            assertThat(missing.statusCode()).isEqualTo(404);
            assertThat(missing.headers().firstValue("content-type").orElse("")).startsWith("application/json");
            assertThat(missing.body())
                    .contains("HTTP GET on resource 'http://localhost:" + backend.port()
                            + "/stock/none' failed: not found (404).");
        }
    }

    @Test
    void attributes_tell_all_about_a_request() {
        String flow = SERVER + """
            <flow name="f">
              <http:listener config-ref="in" path="/items/{id}/*"/>
              <set-payload value="#[output application/json --- {
                method: attributes.method, path: attributes.requestPath, raw: attributes.rawRequestPath,
                relative: attributes.relativePath, listener: attributes.listenerPath, uri: attributes.requestUri,
                masked: attributes.maskedRequestPath, query: attributes.queryString, id: attributes.uriParams.id,
                all: attributes.queryParams.*a, type: attributes.headers.'Content-Type', lower: attributes.headers.'content-type',
                scheme: attributes.scheme, version: attributes.version, remote: attributes.remoteAddress startsWith '/127.0.0.1:',
                body: payload.x, correlation: correlationId}]"/>
            </flow>
            """;
        try (RunningApp app = RunningApp.of(folder, flow)) {
            HttpResponse<String> response = app.send(
                    "in",
                    "POST",
                    "/base/items/a%20b/rest/of?a=1&a=2&A=3",
                    "{\"x\": 7}",
                    "Content-Type",
                    "application/json",
                    "X-Correlation-ID",
                    "c-7");
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            assertThat(response.body().replaceAll("\\s", ""))
                    .isEqualTo(
                            "{\"method\":\"POST\",\"path\":\"/base/items/ab/rest/of\",\"raw\":\"/base/items/a%20b/rest/of\","
                                + "\"relative\":\"/items/ab/rest/of\",\"listener\":\"/base/items/{id}/*\","
                                + "\"uri\":\"/base/items/ab/rest/of?a=1&a=2&A=3\",\"masked\":\"/rest/of\",\"query\":\"a=1&a=2&A=3\","
                                + "\"id\":\"ab\",\"all\":[\"1\",\"2\"],\"type\":\"application/json\",\"lower\":\"application/json\","
                                + "\"scheme\":\"http\",\"version\":\"HTTP/1.1\",\"remote\":true,\"body\":7,\"correlation\":\"c-7\"}");
        }
    }

    @Test
    void the_most_exact_path_wins_and_unknown_paths_and_methods_are_refused() {
        String flows = SERVER
                + flow("rest", "/a/*", "")
                + flow("param", "/a/{x}", "")
                + flow("exact", "/a/b", "GET, POST")
                + flow("deep", "/a/{x}/c", "");
        try (RunningApp app = RunningApp.of(folder, flows)) {
            assertThat(app.get("in", "/base/a/b").body()).isEqualTo("exact");
            assertThat(app.get("in", "/base/a/b/").body()).isEqualTo("exact");
            assertThat(app.get("in", "/base/a/z").body()).isEqualTo("param");
            assertThat(app.get("in", "/base/a/z/c").body()).isEqualTo("deep");
            assertThat(app.get("in", "/base/a/z/d").body()).isEqualTo("rest");
            assertThat(app.get("in", "/base/a").body()).isEqualTo("rest");
            assertThat(app.send("in", "PUT", "/base/a/b", "").body()).isEqualTo("param");
            HttpResponse<String> none = app.get("in", "/base/other");
            assertThat(none.statusCode()).isEqualTo(404);
            assertThat(none.body()).isEqualTo("No listener for endpoint: /base/other");
        }
    }

    @Test
    void a_method_that_no_listener_takes_is_405() {
        try (RunningApp app = RunningApp.of(folder, SERVER + flow("only", "/x", "GET"))) {
            HttpResponse<String> response = app.send("in", "DELETE", "/base/x", "");
            assertThat(response.statusCode()).isEqualTo(405);
            assertThat(response.body()).isEqualTo("Method not permitted for endpoint: /base/x");
            assertThat(response.headers().firstValue("allow")).contains("GET");
        }
    }

    @Test
    void an_error_that_leaves_the_flow_is_500_with_its_description() {
        String flow = SERVER + """
            <flow name="f">
              <http:listener config-ref="in" path="/x"/>
              <raise-error type="APP:BROKEN" description="out of beans"/>
            </flow>
            """;
        try (RunningApp app = RunningApp.of(folder, flow)) {
            HttpResponse<String> response = app.get("in", "/base/x");
            assertThat(response.statusCode()).isEqualTo(500);
            assertThat(response.body()).isEqualTo("out of beans");
        }
    }

    @Test
    void a_response_that_cannot_be_made_is_an_error_response() {
        String flow = SERVER + """
            <flow name="f">
              <http:listener config-ref="in" path="/x">
                <http:response statusCode="#[vars.nothing.at.all ++ 1]"/>
                <http:error-response statusCode="#[503]" reasonPhrase="Broken">
                  <http:body>#[error.errorType.identifier]</http:body>
                </http:error-response>
              </http:listener>
              <set-payload value="fine"/>
            </flow>
            """;
        try (RunningApp app = RunningApp.of(folder, flow)) {
            HttpResponse<String> response = app.get("in", "/base/x");
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.body()).isEqualTo("SOURCE_RESPONSE_GENERATE");
        }
    }

    @Test
    void large_bodies_pass_both_ways_and_can_be_read_twice() {
        String flow = SERVER + """
            <flow name="f">
              <http:listener config-ref="in" path="/x">
                <http:response>
                  <http:headers>#[{'X-Size': sizeOf(payload)}]</http:headers>
                </http:response>
              </http:listener>
            </flow>
            """;
        String body = "0123456789".repeat(300_000);
        try (RunningApp app = RunningApp.of(folder, flow)) {
            HttpResponse<String> response = app.send("in", "POST", "/base/x", body, "Content-Type", "text/plain");
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            assertThat(response.body()).isEqualTo(body);
            assertThat(response.headers().firstValue("x-size")).contains("3000000");
        }
    }

    @Test
    void nothing_is_bound_while_sources_are_off() {
        try (RunningApp app = RunningApp.of(folder, SERVER + flow("f", "/x", ""), h -> h.withSources(_ -> false))) {
            assertThat(app.ports().isBound("in")).isFalse();
            app.runtime().startSource("f");
            assertThat(app.get("in", "/base/x").body()).isEqualTo("f");
        }
    }

    @Test
    void a_stopped_listener_is_503_while_others_go_on_and_finishes_what_is_in_flight() throws Exception {
        String flows = SERVER + flow("other", "/other", "") + """
            <flow name="slow">
              <http:listener config-ref="in" path="/slow"/>
              <http:request method="GET" url="${backend}/wait"/>
            </flow>
            """;
        try (Backend backend = Backend.start();
                RunningApp app = RunningApp.of(folder, flows, "backend", "http://localhost:" + backend.port())) {
            CompletableFuture<HttpResponse<String>> waiting =
                    CompletableFuture.supplyAsync(() -> app.get("in", "/base/slow"));
            assertThat(backend.entered.await(10, TimeUnit.SECONDS)).isTrue();
            CompletableFuture<Void> stopping =
                    CompletableFuture.runAsync(() -> app.runtime().stopSource("slow", Duration.ofSeconds(10)));
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
            int status = 0;
            while (status != 503 && System.nanoTime() < end) {
                status =
                        app.send("in", "HEAD", "/base/slow", "", "X-Probe", "1").statusCode();
            }
            assertThat(status).isEqualTo(503);
            backend.go.countDown();
            assertThat(waiting.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
            stopping.get(10, TimeUnit.SECONDS);
            assertThat(app.get("in", "/base/other").body()).isEqualTo("other");
        }
    }

    @Test
    void conflicting_paths_and_ports_are_problems() {
        String flows = SERVER
                + """
                <http:listener-config name="second"><http:listener-connection host="0.0.0.0" port="8081"/></http:listener-config>
                """
                + flow("one", "/a/{x}", "GET")
                + flow("two", "/a/{y}/", "")
                + flow("three", "/a/{y}", "PUT");
        List<String> problems = RunningApp.check(RunningApp.project(folder, flows));
        assertThat(problems).anyMatch(p -> p.contains("PORT-CONFLICT") && p.contains("'in'"));
        assertThat(problems).anyMatch(p -> p.contains("PATH-CONFLICT") && p.contains("flow 'one'"));
        assertThat(problems.stream().filter(p -> p.contains("PATH-CONFLICT"))).hasSize(2);
    }

    @Test
    void a_port_in_use_is_a_problem_that_names_the_configuration() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String flows = SERVER.replace("8081", Integer.toString(taken.getLocalPort())) + flow("f", "/x", "");
            assertThatThrownBy(() -> RunningApp.of(
                            folder,
                            flows,
                            h -> h.withListeners(
                                    dev.hinny.runtime.engine.Host.inMemory().listeners())))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("PORT-IN-USE")
                    .hasMessageContaining("'in'");
        }
    }

    @Test
    void cross_origin_requests_are_answered_by_the_interceptor() {
        String flows = """
            <http:listener-config name="in">
              <http:listener-connection host="127.0.0.1" port="8081"/>
              <http:listener-interceptors>
                <http:cors-interceptor allowCredentials="true">
                  <http:origins>
                    <http:origin url="https://shop.example" accessControlMaxAge="60">
                      <http:allowed-methods><http:method methodName="PUT"/></http:allowed-methods>
                      <http:allowed-headers><http:header headerName="x-a"/></http:allowed-headers>
                      <http:expose-headers><http:header headerName="x-b"/></http:expose-headers>
                    </http:origin>
                  </http:origins>
                </http:cors-interceptor>
              </http:listener-interceptors>
            </http:listener-config>
            """ + flow("f", "/x", "");
        try (RunningApp app = RunningApp.of(folder, flows)) {
            HttpResponse<String> asked = app.send(
                    "in",
                    "OPTIONS",
                    "/x",
                    "",
                    "Origin",
                    "https://shop.example",
                    "Access-Control-Request-Method",
                    "PUT");
            assertThat(asked.headers().firstValue("access-control-allow-methods"))
                    .contains("PUT");
            assertThat(asked.headers().firstValue("access-control-max-age")).contains("60");
            HttpResponse<String> called = app.get("in", "/x", "Origin", "https://shop.example");
            assertThat(called.headers().firstValue("access-control-allow-origin"))
                    .contains("https://shop.example");
            assertThat(called.headers().firstValue("access-control-allow-credentials"))
                    .contains("true");
            assertThat(app.get("in", "/x", "Origin", "https://evil.example")
                            .headers()
                            .map())
                    .doesNotContainKey("access-control-allow-origin");
        }
    }

    @Test
    void a_gate_that_is_offered_stands_before_the_flow() {
        RequestGate gate = (flow, next) -> request -> request.headers().contains("x-key")
                ? next.onRequest(request)
                : new dev.hinny.http.Answer(dev.hinny.http.Response.text(401, "no key for " + flow));
        try (RunningApp app =
                RunningApp.of(folder, SERVER + flow("f", "/x", ""), h -> h.withService(RequestGate.class, gate))) {
            assertThat(app.get("in", "/base/x").body()).isEqualTo("no key for f");
            assertThat(app.get("in", "/base/x", "X-Key", "1").body()).isEqualTo("f");
        }
    }

    @Test
    void failures_of_requests_have_their_error_types() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        String flows = """
            <http:request-config name="out" responseTimeout="200">
              <http:request-connection host="localhost" port="${port}"/>
            </http:request-config>
            <flow name="status"><http:request config-ref="out" method="#[payload.method]" path="/status/{s}">
              <http:uri-params>#[{s: payload.status}]</http:uri-params></http:request></flow>
            <flow name="silent"><http:request config-ref="out" method="GET" path="/wait"/></flow>
            <flow name="closed"><http:request method="GET" url="http://localhost:${closed}/x"/></flow>
            <flow name="accepted"><http:request config-ref="out" method="GET" path="/status/404" target="answer">
              <http:response-validator><http:failure-status-code-validator values="500..599"/></http:response-validator>
            </http:request><set-payload value="#[vars.answer ++ '!']"/></flow>
            """;
        try (Backend backend = Backend.start();
                RunningApp app =
                        RunningApp.of(folder, flows, "port", backend.port(), "closed", Integer.toString(closed))) {
            List<String> expected = List.of(
                    "400 HTTP:BAD_REQUEST",
                    "401 HTTP:UNAUTHORIZED",
                    "403 HTTP:FORBIDDEN",
                    "404 HTTP:NOT_FOUND",
                    "405 HTTP:METHOD_NOT_ALLOWED",
                    "406 HTTP:NOT_ACCEPTABLE",
                    "409 HTTP:RESPONSE_VALIDATION",
                    "415 HTTP:UNSUPPORTED_MEDIA_TYPE",
                    "429 HTTP:TOO_MANY_REQUESTS",
                    "500 HTTP:INTERNAL_SERVER_ERROR",
                    "502 HTTP:BAD_GATEWAY",
                    "503 HTTP:SERVICE_UNAVAILABLE",
                    "504 HTTP:GATEWAY_TIMEOUT");
            for (String pair : expected) {
                String status = pair.substring(0, 3);
                FlowError error = error(app, "status", java.util.Map.of("method", "GET", "status", status));
                assertThat(error.type().toString()).isEqualTo(pair.substring(4));
                assertThat(error.info().errorMessage()).isNotNull();
            }
            FlowError timeout = error(app, "silent", null);
            assertThat(timeout.type().toString()).isEqualTo("HTTP:TIMEOUT");
            backend.go.countDown();
            FlowError refused = error(app, "closed", null);
            assertThat(refused.type().toString()).isEqualTo("HTTP:CONNECTIVITY");
            assertThat(refused.getMessage())
                    .startsWith("HTTP GET on resource 'http://localhost:" + closed + "/x' failed: ");
            assertThat(app.run("accepted", null)).isEqualTo("status 404!");
        } catch (FlowError e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void bodies_headers_and_credentials_are_sent() throws FlowError, IOException {
        String flows = """
            <http:request-config name="out">
              <http:request-connection host="localhost" port="${port}">
                <http:authentication><http:basic-authentication username="ada" password="secret"/></http:authentication>
              </http:request-connection>
            </http:request-config>
            <flow name="post"><http:request config-ref="out" method="POST" path="/echo" sendCorrelationId="NEVER">
              <http:body>#[output application/json --- {a: payload}]</http:body>
              <http:headers>#[{'X-Caller': 'me'}]</http:headers>
            </http:request></flow>
            <flow name="auth"><http:request config-ref="out" method="GET" path="/auth"/></flow>
            """;
        try (Backend backend = Backend.start();
                RunningApp app = RunningApp.of(folder, flows, "port", backend.port())) {
            assertThat(String.valueOf(app.run("post", 5)).replaceAll("\\s", "")).isEqualTo("POST/echome-{\"a\":5}");
            assertThat(app.run("auth", null)).isEqualTo("Basic YWRhOnNlY3JldA==");
        }
    }

    @Test
    void static_files_are_served_below_their_folder_only() throws IOException {
        java.nio.file.Path web = java.nio.file.Files.createDirectories(folder.resolve("web/css"));
        java.nio.file.Files.writeString(folder.resolve("web/index.html"), "<p>hi</p>");
        java.nio.file.Files.writeString(web.resolve("a.css"), "p {}");
        java.nio.file.Files.writeString(folder.resolve("secret.txt"), "secret");
        String flows = SERVER + """
            <flow name="f">
              <http:listener config-ref="in" path="/web/*">
                <http:error-response statusCode="404"/>
              </http:listener>
              <http:load-static-resource resourceBasePath="${web}" defaultFile="index.html"/>
            </flow>
            """;
        try (RunningApp app = RunningApp.of(
                folder.resolve("app"), flows, "web", folder.resolve("web").toString())) {
            assertThat(app.get("in", "/base/web/").body()).isEqualTo("<p>hi</p>");
            HttpResponse<String> css = app.get("in", "/base/web/css/a.css");
            assertThat(css.headers().firstValue("content-type")).contains("text/css");
            assertThat(app.get("in", "/base/web/none.css").statusCode()).isEqualTo(404);
            assertThat(app.get("in", "/base/web/%2e%2e/secret.txt").statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void every_attribute_that_applications_use_is_known() {
        assertThat(unknownAttributes(Stream.of(
                        "listener config-ref path allowedMethods outputMimeType outputEncoding responseStreamingMode"
                                + " primaryNodeOnly",
                        "request config-ref url method path target targetValue responseTimeout sendCorrelationId"
                                + " outputMimeType correlationId sendBodyMode requestStreamingMode followRedirects"
                                + " outputEncoding",
                        "listener-config name basePath",
                        "request-config name basePath responseTimeout enableCookies requestStreamingMode sendBodyMode"
                                + " sendCorrelationId followRedirects preserveHeadersCase",
                        "load-static-resource resourceBasePath defaultFile attributes",
                        "basic-security-filter realm securityProviders")))
                .isEmpty();
    }

    private static FlowError error(RunningApp app, String flow, Object payload) {
        try {
            app.run(flow, payload);
            throw new AssertionError("no error");
        } catch (FlowError e) {
            return e;
        }
    }

    private static String flow(String name, String path, String methods) {
        String allowed = methods.isEmpty() ? "" : " allowedMethods=\"" + methods + "\"";
        return "<flow name=\"" + name + "\"><http:listener config-ref=\"in\" path=\"" + path + "\"" + allowed
                + "/><set-payload value=\"" + name + "\"/></flow>\n";
    }

    /** A server of the JDK that says what it was asked. */
    private static final class Backend implements AutoCloseable {
        final CountDownLatch entered = new CountDownLatch(1);
        final CountDownLatch go = new CountDownLatch(1);
        private final HttpServer server;

        private Backend(HttpServer server) {
            this.server = server;
        }

        static Backend start() throws IOException {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            Backend backend = new Backend(server);
            server.setExecutor(Thread::startVirtualThread);
            server.createContext("/", exchange -> {
                String path = exchange.getRequestURI().toString();
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                String caller = String.valueOf(exchange.getRequestHeaders().getFirst("X-Caller"));
                String id = exchange.getRequestHeaders().getFirst("X-Correlation-ID");
                int status = path.startsWith("/status/")
                        ? Integer.parseInt(path.substring("/status/".length()))
                        : path.contains("none") ? 404 : 200;
                String answer = exchange.getRequestMethod() + " " + path + " " + caller + " " + (id == null ? "-" : id)
                        + " " + body;
                if (path.startsWith("/status/")) {
                    answer = "status " + status;
                } else if (path.equals("/auth")) {
                    answer = exchange.getRequestHeaders().getFirst("Authorization");
                } else if (path.equals("/wait")) {
                    backend.entered.countDown();
                    try {
                        backend.go.await(20, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }
                byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "text/plain");
                exchange.sendResponseHeaders(status, bytes.length);
                exchange.getResponseBody().write(bytes);
                exchange.close();
            });
            server.start();
            return backend;
        }

        String port() {
            return Integer.toString(server.getAddress().getPort());
        }

        @Override
        public void close() {
            go.countDown();
            server.stop(0);
        }
    }
}
