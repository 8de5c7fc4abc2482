package dev.hinny.specs.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.specs.Api;
import dev.hinny.specs.Shape;
import dev.hinny.specs.Specs;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeValidatorTest {
    private final Api orders = Specs.api("orders/orders.raml");
    private final Api pets = Specs.api("oas/pets.yaml");

    private static List<String> lines(Api api, String type, String json) {
        ShapeValidator validator = ShapeValidator.compile(api.types().get(type).shape(), api);
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        List<Violation> found = validator.json(bytes);
        assertThat(validator.json(new ByteArrayInputStream(bytes))).isEqualTo(found);
        return found.stream().map(Violation::line).toList();
    }

    @Test
    void acceptsWhatFits() {
        assertThat(lines(orders, "Order", """
            {"id": 1, "total": {"amount": 0.10, "currency": "EUR"}, "placed": "2026-11-24T10:11:12.5+01:00",
             "lines": [{"sku": "ABC-12", "quantity": 1, "note": null}], "more": {"is": ["fine"]},
             "parent": {"id": 2, "total": {"amount": 3, "currency": "USD"}, "placed": "2026-01-01T00:00:00Z",
                        "lines": [{"sku": "ABC-12", "quantity": 1}]}}
            """)).isEmpty();
    }

    @Test
    void tellsEveryViolationWithItsPointer() {
        assertThat(lines(orders, "Order", """
            {"id": "x", "total": {"amount": -0.005, "currency": "EURO"}, "lines": [{"sku": "abc", "quantity": 1.5}, 3],
             "placed": "yesterday", "parent": {}}
            """))
                .containsExactly(
                        "/id expected type: Integer, found: String",
                        "/total/amount -0.005 is not greater or equal to 0",
                        "/total/amount -0.005 is not a multiple of 0.01",
                        "/total/currency expected maxLength: 3, actual: 4",
                        "/lines/0/sku string [abc] does not match pattern ^[A-Z]{3}-[0-9]+$",
                        "/lines/0/quantity expected type: Integer, found: Number",
                        "/lines/1 expected type: JSONObject, found: Integer",
                        "/placed [yesterday] is not a valid datetime. Expected [yyyy-MM-dd'T'HH:mm:ssZ]",
                        "/parent required key [id] not found",
                        "/parent required key [total] not found",
                        "/parent required key [lines] not found",
                        "/parent required key [placed] not found");
    }

    @Test
    void judgesByDiscriminator() {
        assertThat(lines(orders, "Animal", "{\"kind\": \"cat\", \"lives\": 9}")).isEmpty();
        assertThat(lines(orders, "Animal", "{\"kind\": \"cat\"}")).containsExactly("required key [lives] not found");
        assertThat(lines(orders, "Animal", "{\"kind\": \"cow\"}"))
                .containsExactly("/kind cow is not a valid discriminator value, expected one of [Animal, cat, Dog]");
        assertThat(lines(
                        pets,
                        "Pet",
                        "{\"kind\": \"dog\", \"name\": \"Rex\", \"chip\": null, \"friend\": {\"kind\": \"cat\","
                                + " \"name\": \"\", \"lives\": 10}}"))
                .containsExactly(
                        "/friend/name expected minLength: 1, actual: 0", "/friend/lives 10 is not less or equal to 9");
    }

    @Test
    void usesConvertedJsonSchemas() {
        assertThat(lines(orders, "Legacy", "{\"tags\": [1], \"x\": 1}"))
                .containsExactly(
                        "/tags/0 expected type: String, found: Integer",
                        "extraneous key [x] is not permitted",
                        "required key [id] not found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | the body is empty",
                "'{} {}' | invalid JSON: something follows the value",
            })
    void tellsWhatIsNoJson(String text, String message) {
        ShapeValidator any =
                ShapeValidator.compile(new Shape.Any(Shape.About.at(dev.hinny.base.SourceSpan.file("x"))), orders);
        assertThat(any.json(text.getBytes(StandardCharsets.UTF_8)))
                .extracting(Violation::message)
                .containsExactly(message);
        assertThat(any.json("{\"a\":".getBytes(StandardCharsets.UTF_8)).get(0).message())
                .startsWith("invalid JSON: ");
    }

    @Test
    void limitsTheNumberOfViolations() {
        String many = "[" + "{},".repeat(500) + "{}]";
        ShapeValidator validator = ShapeValidator.compile(
                orders.resource("/orders")
                        .orElseThrow()
                        .operation("get")
                        .orElseThrow()
                        .responses()
                        .get("200")
                        .bodies()
                        .get(0)
                        .shape(),
                orders);
        assertThat(validator.json(many.getBytes(StandardCharsets.UTF_8))).hasSize(ShapeValidator.LIMIT);
    }

    @Test
    void survivesTypesThatNeedThemselves() {
        Api api = dev.hinny.specs.SpecReader.read(
                        dev.hinny.specs.SpecSource.texts(java.util.Map.of("a.yaml", """
                            openapi: 3.0.0
                            info: {title: T, version: '1'}
                            paths: {}
                            components:
                              schemas:
                                A: {allOf: [{$ref: '#/components/schemas/B'}]}
                                B: {anyOf: [{$ref: '#/components/schemas/A'}, {type: string}]}
                                Tree: {anyOf: [{properties: {l: {$ref: '#/components/schemas/Tree'}}, required: [x]},
                                               {properties: {l: {$ref: '#/components/schemas/Tree'}}, required: [y]}]}
                            """), "a.yaml"))
                .api()
                .orElseThrow();
        assertThat(lines(api, "A", "1")).hasSizeLessThan(2);
        String deep = "{\"l\":".repeat(60) + "{}" + "}".repeat(60);
        assertThat(lines(api, "Tree", deep)).isNotEmpty();
    }
}
