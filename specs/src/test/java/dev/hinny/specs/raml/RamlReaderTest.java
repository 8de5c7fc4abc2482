package dev.hinny.specs.raml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.specs.Api;
import dev.hinny.specs.Operation;
import dev.hinny.specs.Parameter;
import dev.hinny.specs.Payload;
import dev.hinny.specs.Resource;
import dev.hinny.specs.Shape;
import dev.hinny.specs.SpecReader;
import dev.hinny.specs.SpecSource;
import dev.hinny.specs.Specs;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RamlReaderTest {
    private final Api api = Specs.api("orders/orders.raml");

    @Test
    void readsTheHeadOfTheApi() {
        assertThat(api.language()).isEqualTo(Api.Language.RAML_1_0);
        assertThat(api.title()).isEqualTo("Orders");
        assertThat(api.version()).isEqualTo("v2");
        assertThat(api.baseUri()).isEqualTo("https://{region}.example.org/shop/{version}");
        assertThat(api.baseUriParameters()).extracting(Parameter::name).containsExactly("region", "version");
        assertThat(api.mediaTypes()).containsExactly("application/json");
        assertThat(api.documentation()).extracting(Api.Documentation::title).containsExactly("Start");
        assertThat(api.files()).contains("orders.raml", "libraries/common.raml", "examples/order.json");
    }

    @Test
    void listsResourcesFlatWithTheirFullPaths() {
        assertThat(api.resources())
                .extracting(Resource::path)
                .containsExactly(
                        "/orders", "/orders/{id}", "/orders/{id}/lines{mediaTypeExtension}", "/animals", "/legacy");
        Resource lines = api.resources().get(2);
        assertThat(lines.parent()).isEqualTo("/orders/{id}");
        assertThat(lines.uriParameters()).extracting(Parameter::name).containsExactly("id", "mediaTypeExtension");
        assertThat(lines.uriParameters().get(0).shape()).isInstanceOf(Shape.Num.class);
    }

    @Test
    void appliesResourceTypesAndTraits() {
        Resource orders = api.resource("/orders").orElseThrow();
        assertThat(orders.description()).isEqualTo("All orders");
        Operation get = orders.operation("GET").orElseThrow();
        assertThat(get.queryParameters()).extracting(Parameter::name).containsExactly("page", "size");
        assertThat(get.queryParameters()).extracting(Parameter::required).containsExactly(true, false);
        assertThat(get.headers()).extracting(Parameter::name).containsExactly("X-Trace-Id");
        Operation post = orders.operation("post").orElseThrow();
        assertThat(post.displayName()).isEqualTo("Place an order");
        assertThat(post.headers()).extracting(Parameter::name).containsExactly("X-Channel", "X-Trace-Id");
        assertThat(post.bodies()).extracting(Payload::mediaType).containsExactly("application/json");
        assertThat(post.responses()).containsOnlyKeys("201");
        Operation one =
                api.resource("/orders/{id}").orElseThrow().operation("get").orElseThrow();
        assertThat(one.displayName()).isEqualTo("getOrder");
        assertThat(one.responses()).containsOnlyKeys("200", "404");
    }

    @Test
    void inheritsTypesAcrossFiles() {
        Shape.Obj order = (Shape.Obj) api.types().get("Order").shape();
        assertThat(order.properties())
                .extracting(Shape.Property::name)
                .containsExactly("id", "total", "lines", "placed", "parent");
        assertThat(((Shape.Ref) order.property("total").orElseThrow().shape()).target())
                .isEqualTo("common.Money");
        assertThat(((Shape.Ref) order.property("parent").orElseThrow().shape()).target())
                .isEqualTo("Order");
        Shape.Obj money = (Shape.Obj) api.types().get("common.Money").shape();
        Shape.Num amount = (Shape.Num) money.property("amount").orElseThrow().shape();
        assertThat(amount.minimum()).contains(BigDecimal.ZERO);
        assertThat(order.about().examples()).hasSize(1);
        assertThat(order.about().examples().get(0).span().source()).isEqualTo("examples/order.json");
    }

    @Test
    void placesEveryElement() {
        Resource legacy = api.resource("/legacy").orElseThrow();
        assertThat(legacy.span()).hasToString("orders.raml:115:1");
        Shape.Obj order = (Shape.Obj) api.types().get("Order").shape();
        assertThat(order.property("placed").orElseThrow().span()).hasToString("types/order.raml:10:3");
    }

    @Test
    void tellsSubtypesToTheirDiscriminator() {
        Shape.Obj animal = (Shape.Obj) api.types().get("Animal").shape();
        assertThat(animal.discriminator().orElseThrow().mapping())
                .isEqualTo(Map.of("Animal", "Animal", "cat", "Cat", "Dog", "Dog"));
    }

    @Test
    void readsSecurity() {
        assertThat(api.securitySchemes()).containsOnlyKeys("basic", "oauth");
        Operation post = api.resource("/orders").orElseThrow().operation("post").orElseThrow();
        assertThat(post.securedBy()).hasSize(2);
        assertThat(post.securedBy().get(0).schemes()).isEmpty();
        assertThat(post.securedBy().get(1).schemes()).isEqualTo(Map.of("oauth", List.of("write")));
        Operation get = api.resource("/orders").orElseThrow().operation("get").orElseThrow();
        assertThat(get.securedBy().get(0).schemes()).containsOnlyKeys("basic");
    }

    @Test
    void convertsJsonSchemas() {
        Shape.External legacy = (Shape.External) api.types().get("Legacy").shape();
        assertThat(legacy.kind()).isEqualTo(Shape.External.Kind.JSON_SCHEMA);
        Shape.Obj shape = (Shape.Obj) legacy.converted().orElseThrow();
        assertThat(shape.additional()).isEmpty();
        assertThat(shape.property("id").orElseThrow().required()).isTrue();
    }

    @Test
    void followsJsonSchemasThroughFiles() {
        Map<String, String> files = Map.of(
                "api.raml", "#%RAML 1.0\ntitle: A\ntypes:\n  T: !include schemas/t.json\n",
                "schemas/t.json", "{\"properties\": {\"u\": {\"$ref\": \"u.json#/definitions/u\"}}}",
                "schemas/u.json", "{\"definitions\": {\"u\": {\"type\": \"integer\"}}}");
        SpecReader.Result result = SpecReader.read(SpecSource.texts(files, "api.raml"));
        assertThat(result.problems()).isEmpty();
        Shape.External t =
                (Shape.External) result.api().orElseThrow().types().get("T").shape();
        Shape.Obj shape = (Shape.Obj) t.converted().orElseThrow();
        assertThat(shape.property("u").orElseThrow().shape()).isInstanceOf(Shape.Num.class);
    }

    @Test
    void mergesExtensionsAndOverlays() {
        Map<String, String> files = Map.of(
                "base.raml", "#%RAML 1.0\ntitle: Base\ntypes:\n  T: string\n/a:\n  get:\n    description: old\n",
                "more.raml", "#%RAML 1.0 Extension\nextends: base.raml\n/a:\n  post:\n    body:\n      text/plain: T\n",
                "words.raml", "#%RAML 1.0 Overlay\nextends: more.raml\ntitle: New\n/a:\n  get:\n    description: new\n",
                "wrong.raml", "#%RAML 1.0 Overlay\nextends: base.raml\n/b:\n");
        SpecReader.Result words = SpecReader.read(SpecSource.texts(files, "words.raml"));
        assertThat(words.problems()).isEmpty();
        Api merged = words.api().orElseThrow();
        assertThat(merged.title()).isEqualTo("New");
        Resource a = merged.resource("/a").orElseThrow();
        assertThat(a.operation("get").orElseThrow().description()).isEqualTo("new");
        assertThat(a.operation("post")).isPresent();
        assertThat(Specs.places(SpecReader.read(SpecSource.texts(files, "wrong.raml"))))
                .containsExactly("RAML-OVERLAY-ADDS 3:1");
    }

    @Test
    void findsModulesOfExchangeFromAnyDepth() {
        String module = "exchange_modules/org/common/1.0.0/common.raml";
        Map<String, String> files = Map.of(
                "api.raml",
                "#%RAML 1.0\ntitle: A\nuses:\n  c: exchange_modules\\org\\common\\1.0.0\\common.raml\n"
                        + "/a:\n  get:\n    queryParameters:\n      q: c.T\n",
                module,
                "#%RAML 1.0 Library\nuses:\n  d: exchange_modules/org/deep/1.0.0/deep.raml\ntypes:\n  T: d.D\n",
                "exchange_modules/org/deep/1.0.0/deep.raml",
                "#%RAML 1.0 Library\ntypes:\n  D: integer\n");
        SpecReader.Result result = SpecReader.read(SpecSource.texts(files, "api.raml"));
        assertThat(result.problems()).isEmpty();
        assertThat(result.api().orElseThrow().types()).containsKeys("c.T", "d.D");
    }
}
