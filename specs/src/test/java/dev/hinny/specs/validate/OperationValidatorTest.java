package dev.hinny.specs.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.specs.Api;
import dev.hinny.specs.ApiRouter;
import dev.hinny.specs.Specs;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OperationValidatorTest {
    private final Api orders = Specs.api("orders/orders.raml");
    private final Api pets = Specs.api("oas/pets.yaml");

    private static OperationValidator validator(Api api, String method, String path) {
        ApiRouter.Match.Found found = (ApiRouter.Match.Found) ApiRouter.of(api).match(method, path);
        return OperationValidator.compile(api, found.resource(), found.operation());
    }

    private static List<String> messages(ParameterValidator.Checked checked) {
        return checked.violations().stream().map(Violation::message).toList();
    }

    private static List<String> body(OperationValidator v, String type, String text) {
        return v.body(type).orElseThrow().validate(text.getBytes(StandardCharsets.UTF_8)).stream()
                .map(Violation::line)
                .toList();
    }

    @Test
    void addsDefaultsAndChecksQueryParameters() {
        OperationValidator v = validator(orders, "GET", "/orders");
        ParameterValidator.Checked empty = v.query(Map.of(), true);
        assertThat(empty.violations()).isEmpty();
        assertThat(empty.values()).isEqualTo(Map.of("page", List.of("1")));
        assertThat(messages(v.query(Map.of("page", List.of("zero"), "size", List.of("101")), false)))
                .containsExactly(
                        "Invalid value 'zero' for query parameter 'page': expected type: Integer, found: String",
                        "Invalid value '101' for query parameter 'size': 101 is not less or equal to 100");
        assertThat(messages(v.query(Map.of("size", List.of("1", "2")), false)))
                .containsExactly("Query parameter 'size' is not repeatable");
    }

    @Test
    void reportsUnknownNamesOnlyWhenStrict() {
        OperationValidator v = validator(orders, "GET", "/orders");
        Map<String, List<String>> query = Map.of("colour", List.of("red"));
        assertThat(messages(v.query(query, false))).isEmpty();
        assertThat(messages(v.query(query, true)))
                .containsExactly("Query parameter 'colour' is not defined in the API specification");
        Map<String, List<String>> headers =
                Map.of("Host", List.of("x"), "x-trace-id", List.of("1"), "X-Other", List.of(""));
        assertThat(messages(v.headers(headers, true)))
                .containsExactly(
                        "Invalid value '1' for header 'X-Trace-Id': string [1] does not match pattern ^[0-9a-f]{32}$",
                        "Header 'X-Other' is not defined in the API specification");
    }

    @Test
    void checksUriParametersAndArrays() {
        OperationValidator v = validator(orders, "GET", "/orders/7/lines.csv");
        assertThat(messages(v.uriParameters(Map.of("id", "seven", "mediaTypeExtension", ".csv"))))
                .containsExactly("Invalid value 'seven' for URI parameter 'id': expected type: Integer, found: String");
        assertThat(messages(v.query(Map.of("status", List.of("a", "b"), "since", List.of("2026-02-30")), true)))
                .containsExactly("Invalid value '2026-02-30' for query parameter 'since': [2026-02-30] is not a valid"
                        + " date-only. Expected [yyyy-MM-dd]");
    }

    @Test
    void requiresWhatHasNoDefault() {
        OperationValidator v = validator(pets, "GET", "/pets/7");
        assertThat(messages(v.uriParameters(Map.of()))).containsExactly("Required URI parameter 'petId' not specified");
        OperationValidator list = validator(pets, "GET", "/pets");
        assertThat(messages(list.query(Map.of("tags", List.of("a,b"), "filter[age]", List.of("old")), true)))
                .containsExactly("Invalid value '{\"age\":\"old\"}' for query parameter 'filter': /age expected type:"
                        + " Integer, found: String");
        assertThat(messages(list.headers(Map.of("X-Trace", List.of("no")), false)))
                .containsExactly("Invalid value 'no' for header 'X-Trace': [no] is not a valid uuid");
    }

    @Test
    void choosesTheBodyByMediaType() {
        OperationValidator v = validator(orders, "PUT", "/legacy");
        assertThat(v.body("text/plain")).isEmpty();
        assertThat(body(v, "application/json; charset=utf-8", "{\"id\": 1}")).isEmpty();
        assertThat(body(v, "application/x-www-form-urlencoded", "name=J%C3%B6rg+M&age=41"))
                .isEmpty();
        assertThat(body(v, "application/x-www-form-urlencoded", "age=old"))
                .containsExactly("/age expected type: Integer, found: String", "required key [name] not found");
        OperationValidator post = validator(orders, "POST", "/orders");
        assertThat(messages(post.headers(Map.of("X-Channel", List.of("fax")), true)))
                .containsExactly("Invalid value 'fax' for header 'X-Channel': fax is not a valid enum value");
        assertThat(post.headers(Map.of(), false).values()).containsEntry("X-Channel", List.of("web"));
    }

    @Test
    void knowsTheStylesOfParameters() {
        Api api = dev.hinny.specs.SpecReader.read(dev.hinny.specs.SpecSource.texts(Map.of("a.yaml", """
            openapi: 3.0.0
            info: {title: T, version: '1'}
            security: [{key: []}]
            paths:
              /a/{ids}:
                get:
                  parameters:
                    - {name: ids, in: path, required: true, style: label, schema: {type: array, items: {type: integer}}}
                    - {name: f, in: query, schema: {type: object, required: [a], properties: {a: {type: integer}}}}
                    - {name: p, in: query, style: pipeDelimited, schema: {type: array, items: {type: boolean}}}
                    - {name: X-Pair, in: header, schema: {type: object, properties: {r: {type: integer}}}}
                  responses: {'200': {description: fine}}
            components:
              securitySchemes:
                key: {type: apiKey, in: query, name: token}
            """), "a.yaml"))
                .api()
                .orElseThrow();
        OperationValidator v = validator(api, "GET", "/a/.1,2");
        assertThat(messages(v.uriParameters(Map.of("ids", ".1,x"))))
                .containsExactly(
                        "Invalid value '.1,x' for URI parameter 'ids': /1 expected type: Integer, found: String");
        Map<String, List<String>> query = Map.of("a", List.of("1"), "p", List.of("true|false"), "token", List.of("t"));
        assertThat(messages(v.query(query, true))).isEmpty();
        assertThat(messages(v.query(Map.of("a", List.of("x")), true)))
                .containsExactly(
                        "Invalid value '{\"a\":\"x\"}' for query parameter 'f': /a expected type: Integer, found:"
                                + " String");
        assertThat(messages(v.headers(Map.of("X-Pair", List.of("r,1")), true))).isEmpty();
        assertThat(messages(v.headers(Map.of("X-Pair", List.of("r,one")), true)))
                .hasSize(1);
    }

    @Test
    void checksXmlBodies() {
        Api api = Specs.text("""
            #%RAML 1.0
            title: T
            /a:
              post:
                body:
                  text/xml:
                  application/xml: |
                    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
                      <xs:element name="age" type="xs:int"/>
                    </xs:schema>
            """).api().orElseThrow();
        OperationValidator v = validator(api, "POST", "/a");
        assertThat(body(v, "application/xml", "<age>7</age>")).isEmpty();
        assertThat(body(v, "application/xml", "<age>x</age>").get(0))
                .contains("'x' is not a valid value for 'integer'");
        assertThat(body(v, "text/xml", "<any/>")).isEmpty();
        assertThat(body(v, "text/xml", "<any>").get(0)).startsWith("invalid XML: ");
        assertThat(body(v, "text/xml", "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>")
                        .get(0))
                .startsWith("invalid XML: ");
    }
}
