package dev.hinny.connectors.apikit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.connectors.tck.ConnectorTck;
import dev.hinny.connectors.tck.RunningApp;
import dev.hinny.runtime.api.ConnectorProvider;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Routing, checking and the console, over HTTP. */
final class ApikitConnectorTest extends ConnectorTck {
    private static final String RAML = """
        #%RAML 1.0
        title: Beans
        version: v1
        mediaType: application/json
        types:
          Bean: !include types/Bean.raml
        /beans:
          get:
            queryParameters:
              limit: {type: integer, minimum: 1, default: 10}
              roast?: {enum: [light, dark]}
            headers:
              X-Shop: string
            responses:
              200: {body: {application/json: {}}}
          post:
            body:
              application/json: {type: Bean}
              application/xml:
          /{id}:
            uriParameters:
              id: {type: string, minLength: 2}
            get:
              queryParameters:
                unit: {default: kg}
            delete:
          /special:
            get:
        """;
    private static final String BEAN = """
        #%RAML 1.0 DataType
        properties:
          name: string
          price?: {type: number, minimum: 0}
        """;
    private static final String OAS = """
        openapi: 3.0.3
        info: {title: Beans, version: '1'}
        paths:
          /beans/{id}:
            parameters:
              - {name: id, in: path, required: true, schema: {type: integer}}
            put:
              requestBody:
                required: true
                content:
                  application/json:
                    schema: {type: object, required: [name], properties: {name: {type: string}}}
              responses: {'200': {description: done, content: {application/json: {}}}}
        """;
    private static final String MAIN = """
        <http:listener-config name="in"><http:listener-connection host="127.0.0.1" port="8081"/></http:listener-config>
        <flow name="main">
          <http:listener config-ref="in" path="/shop/{tenant}/api/*">
            <http:response statusCode="#[vars.httpStatus default 200]"/>
            <http:error-response statusCode="400">
              <http:body>#[error.errorType.identifier ++ ': ' ++ error.description]</http:body>
            </http:error-response>
          </http:listener>
          <apikit:router config-ref="beans"/>
        </flow>
        """;

    @Override
    protected ConnectorProvider provider() {
        return new ApikitConnector();
    }

    @Override
    protected void prepareExample(Path project) {
        specification(project);
    }

    private static void specification(Path project) {
        RunningApp.resource(project, "api/beans.raml", RAML);
        RunningApp.resource(project, "api/types/Bean.raml", BEAN);
    }

    @Test
    void the_readme_s_example_runs() throws IOException {
        try (RunningApp app = RunningApp.start(exampleProject(), h -> h)) {
            assertThat(compact(app.get("listener", "/api/beans/b1"))).isEqualTo("200 {\"id\":\"b1\",\"unit\":\"kg\"}");
            assertThat(compact(app.send(
                            "listener",
                            "POST",
                            "/api/beans",
                            "{\"name\":\"mocha\"}",
                            "Content-Type",
                            "application/json")))
                    .isEqualTo("201 {\"name\":\"mocha\"}");
            assertThat(compact(app.send(
                            "listener", "POST", "/api/beans", "{\"price\":-1}", "Content-Type", "application/json")))
                    .startsWith("400 {\"message\":")
                    .contains("requiredkey[name]notfound");
            assertThat(compact(app.get("listener", "/api/tea"))).isEqualTo("404 {\"message\":\"Resourcenotfound\"}");
            HttpResponse<String> page = app.get("listener", "/console/");
            assertThat(page.headers().firstValue("content-type").orElse("")).startsWith("text/html");
            assertThat(page.body())
                    .contains(
                            "<h1>Beans</h1>",
                            "<code>/beans/{id}</code>",
                            "value=\"/api\"",
                            "data-file=\"types/Bean.raml\"")
                    .doesNotContain("http://", "https://");
            assertThat(app.get("listener", "/console/api/types/Bean.raml").body())
                    .isEqualTo(BEAN);
            assertThat(app.get("listener", "/console/?raml").body()).isEqualTo(RAML);
            assertThat(app.get("listener", "/console/api/../secret").statusCode())
                    .isNotEqualTo(200);
        }
    }

    @Test
    void requests_that_do_not_fit_are_refused_with_their_error_types() {
        String flows = MAIN + """
            <apikit:config name="beans" api="beans.raml" queryParamsStrictValidation="true"/>
            <flow name="get:\\beans:beans"><set-payload value="#[(attributes.queryParams.limit as String) ++ attributes.queryString ++ attributes.headers.'X-SHOP' ++ attributes.uriParams.tenant]"/></flow>
            <flow name="get:\\beans\\(id):beans"><set-payload value="one"/></flow>
            <flow name="get:\\beans\\special:beans"><set-payload value="special"/></flow>
            <flow name="post:\\beans:application\\json:beans"><set-payload value="json"/></flow>
            <flow name="post:\\beans:application\\xml:beans"><set-payload value="xml"/></flow>
            """;
        specification(folder);
        try (RunningApp app = RunningApp.of(folder, flows)) {
            String base = "/shop/t1/api";
            assertThat(app.get("in", base + "/beans", "X-Shop", "s").body()).isEqualTo("10limit=10st1");
            assertThat(app.get("in", base + "/beans?limit=0", "X-Shop", "s").body())
                    .startsWith("BAD_REQUEST: Invalid value '0' for query parameter");
            assertThat(app.get("in", base + "/beans?roast=blue", "X-Shop", "s").body())
                    .startsWith("BAD_REQUEST: ");
            assertThat(app.get("in", base + "/beans?other=1", "X-Shop", "s").body())
                    .startsWith("BAD_REQUEST: ");
            assertThat(app.get("in", base + "/beans").body()).startsWith("BAD_REQUEST: Required header");
            assertThat(app.get("in", base + "/beans/special").body()).isEqualTo("special");
            assertThat(app.get("in", base + "/beans/x").body())
                    .startsWith("BAD_REQUEST: Invalid value 'x' for URI parameter");
            assertThat(app.get("in", base + "/tea").body()).isEqualTo("NOT_FOUND: /tea");
            assertThat(app.send("in", "PUT", base + "/beans", "").body())
                    .isEqualTo("METHOD_NOT_ALLOWED: HTTP Method put not allowed for : /beans");
            assertThat(app.send("in", "DELETE", base + "/beans/b1", "").body()).startsWith("NOT_IMPLEMENTED: ");
            assertThat(app.get("in", base + "/beans", "X-Shop", "s", "Accept", "image/png")
                            .body())
                    .startsWith("NOT_ACCEPTABLE: ");
            assertThat(app.get("in", base + "/beans", "X-Shop", "s", "Accept", "text/html, */*;q=0.1")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(app.send("in", "POST", base + "/beans", "a,b", "Content-Type", "text/csv")
                            .body())
                    .startsWith("UNSUPPORTED_MEDIA_TYPE: ");
            assertThat(app.send("in", "POST", base + "/beans", "<a/>", "Content-Type", "application/xml")
                            .body())
                    .isEqualTo("xml");
            assertThat(app.send(
                                    "in",
                                    "POST",
                                    base + "/beans",
                                    "{\"name\": \"x\"}",
                                    "Content-Type",
                                    "application/json; charset=utf-8")
                            .body())
                    .isEqualTo("json");
            assertThat(app.send("in", "POST", base + "/beans", "{\"name\":", "Content-Type", "application/json")
                            .body())
                    .startsWith("BAD_REQUEST: ");
        }
    }

    @Test
    void validations_can_be_off_and_flows_can_be_mapped() {
        String flows = MAIN + """
            <apikit:config name="beans" raml="beans.raml" disableValidations="true">
              <apikit:flow-mappings>
                <apikit:flow-mapping resource="/beans/{id}" action="delete" flow-ref="remove"/>
              </apikit:flow-mappings>
            </apikit:config>
            <flow name="remove"><set-payload value="#['removed ' ++ vars.id]"/></flow>
            <flow name="get:\\beans:beans"><set-payload value="listed"/></flow>
            <flow name="get:\\beans:other"><set-payload value="wrong"/></flow>
            """;
        specification(folder);
        try (RunningApp app = RunningApp.of(folder, flows)) {
            assertThat(app.send("in", "DELETE", "/shop/t/api/beans/b%207", "").body())
                    .isEqualTo("removed b 7");
            assertThat(app.get("in", "/shop/t/api/beans?limit=x").body()).isEqualTo("listed");
        }
    }

    @Test
    void an_openapi_document_routes_and_checks_too() {
        String flows = MAIN + """
            <apikit:config name="beans" api="api/beans.yaml"/>
            <flow name="put:\\beans\\(id):application\\json:beans"><set-payload value="#[vars.id ++ payload.name]"/></flow>
            """;
        RunningApp.resource(folder, "api/beans.yaml", OAS);
        try (RunningApp app = RunningApp.of(folder, flows)) {
            String[] json = {"Content-Type", "application/json"};
            assertThat(app.send("in", "PUT", "/shop/t/api/beans/4", "{\"name\":\"x\"}", json)
                            .body())
                    .isEqualTo("4x");
            assertThat(app.send("in", "PUT", "/shop/t/api/beans/y", "{\"name\":\"x\"}", json)
                            .body())
                    .startsWith("BAD_REQUEST: ");
            assertThat(app.send("in", "PUT", "/shop/t/api/beans/4", "{}", json).body())
                    .isEqualTo("BAD_REQUEST: required key [name] not found");
            assertThat(app.send("in", "PUT", "/shop/t/api/beans/4", "", json).body())
                    .startsWith("BAD_REQUEST: ");
        }
    }

    @Test
    void a_specification_in_an_archive_of_the_application_is_found() throws IOException {
        String flows = MAIN + """
            <apikit:config name="beans" api="resource::com.acme:beans-api:1.0.0:raml:zip:beans.raml"/>
            <flow name="get:\\beans\\special:beans"><set-payload value="special"/></flow>
            """;
        RunningApp.resource(folder, "repository/com/acme/beans-api/1.0.0/beans-api-1.0.0-raml.zip", zip());
        try (RunningApp app = RunningApp.of(folder, flows)) {
            assertThat(app.get("in", "/shop/t/api/beans/special").body()).isEqualTo("special");
        }
    }

    private static byte[] zip() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("beans.raml"));
            zip.write(RAML.getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("types/Bean.raml"));
            zip.write(BEAN.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    @Test
    void a_missing_specification_is_a_warning_when_checked_and_the_flows_can_be_called() throws Exception {
        String flows = MAIN + """
            <apikit:config name="beans" api="resource::com.acme:private:1.0.0:raml:zip:beans.raml"/>
            <flow name="get:\\beans:beans"><set-payload value="listed"/></flow>
            """;
        List<String> problems = RunningApp.check(RunningApp.project(folder, flows));
        assertThat(problems).singleElement().asString().contains("warning: MISSING-SPECIFICATION");
        try (RunningApp app = RunningApp.of(folder, flows)) {
            assertThat(app.run("get:\\beans:beans", null)).isEqualTo("listed");
            assertThat(app.get("in", "/shop/t/api/beans").body()).contains("is not there");
        }
    }

    private static String compact(HttpResponse<String> response) {
        return response.statusCode() + " " + response.body().replaceAll("\\s", "");
    }
}
