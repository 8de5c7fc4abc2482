package dev.hinny.specs.oas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.specs.Api;
import dev.hinny.specs.Operation;
import dev.hinny.specs.Parameter;
import dev.hinny.specs.Resource;
import dev.hinny.specs.Shape;
import dev.hinny.specs.SpecReader;
import dev.hinny.specs.SpecSource;
import dev.hinny.specs.Specs;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OasReaderTest {
    private static final String HEAD = "openapi: 3.0.0\ninfo: {title: T, version: '1'}\n";
    private final Api api = Specs.api("oas/pets.yaml");

    @Test
    void readsPathsAndOperations() {
        assertThat(api.language()).isEqualTo(Api.Language.OAS_3_0);
        assertThat(api.baseUri()).isEqualTo("https://{host}/v1");
        assertThat(api.resources()).extracting(Resource::path).containsExactly("/pets", "/pets/{petId}");
        Operation list = api.resource("/pets").orElseThrow().operation("get").orElseThrow();
        assertThat(list.id()).isEqualTo("listPets");
        assertThat(list.headers()).extracting(Parameter::name).containsExactly("X-Trace");
        assertThat(list.queryParameters()).extracting(Parameter::explode).containsExactly(false, false);
        assertThat(list.response(404).orElseThrow().bodies().get(0).mediaType()).isEqualTo("application/problem+json");
        assertThat(list.securedBy().get(0).schemes()).containsOnlyKeys("key");
        Operation post = api.resource("/pets").orElseThrow().operation("post").orElseThrow();
        assertThat(post.securedBy()).isEmpty();
        assertThat(post.bodyRequired()).isTrue();
        Operation one =
                api.resource("/pets/{petId}").orElseThrow().operation("get").orElseThrow();
        assertThat(one.response(204)).isPresent();
    }

    @Test
    void namesSchemasOfEveryFile() {
        assertThat(api.types()).containsOnlyKeys("Named", "Pet", "Cat", "Dog", "Problem");
        assertThat(api.types().get("Problem").span().source()).isEqualTo("shared.yaml");
        Shape.Union pet = (Shape.Union) api.types().get("Pet").shape();
        assertThat(pet.discriminator().orElseThrow().mapping()).isEqualTo(Map.of("cat", "Cat", "dog", "Dog"));
    }

    @Test
    void readsVersion31WrittenInJson() {
        String json = "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"T\", \"version\": \"1\"},\n"
                + "\t\"components\": {\"schemas\": {\"A\": {\"type\": [\"string\", \"null\"]}, \"N\": {\"type\":"
                + " \"integer\", \"exclusiveMinimum\": 3}}}}";
        SpecReader.Result result = SpecReader.read(SpecSource.texts(Map.of("a.json", json), "a.json"));
        assertThat(result.problems()).isEmpty();
        Api read = result.api().orElseThrow();
        assertThat(read.language()).isEqualTo(Api.Language.OAS_3_1);
        assertThat(read.types().get("A").shape().about().nullable()).isTrue();
        Shape.Num n = (Shape.Num) read.types().get("N").shape();
        assertThat(n.exclusiveMinimum()).isTrue();
        assertThat(n.about().span()).hasToString("a.json:2:69");
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("OAS-UNSUPPORTED-VERSION 1:10", "swagger: '2.0'\n"),
                Arguments.of("OAS-MISSING-KEY 1:1", HEAD),
                Arguments.of("OAS-UNKNOWN-KEY 3:1", HEAD + "path: {}\npaths: {}\n"),
                Arguments.of("OAS-BAD-PATH 4:3", HEAD + "paths:\n  a: {}\n"),
                Arguments.of("OAS-UNDECLARED-PARAMETER 4:3", HEAD + "paths:\n  /a/{b}: {}\n"),
                Arguments.of("OAS-DUPLICATE-PATH 5:3", HEAD + "paths:\n  /a/{b}: {}\n  /a/{c}: {}\n"),
                Arguments.of("OAS-MISSING-KEY 5:5", HEAD + "paths:\n  /a:\n    get: {}\n"),
                Arguments.of(
                        "OAS-BAD-REF 6:15",
                        HEAD + "paths: {}\ncomponents:\n  schemas:\n    A: {$ref: '#/components/schemas/B'}\n"),
                Arguments.of("OAS-BAD-TYPE 6:15", HEAD + "paths: {}\ncomponents:\n  schemas:\n    A: {type: strin}\n"),
                Arguments.of("OAS-UNKNOWN-SECURITY 4:5", HEAD + "security:\n  - a: []\npaths: {}\n"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void tellsCodeAndPlace(String expected, String text) {
        SpecReader.Result result = SpecReader.read(SpecSource.texts(Map.of("api.yaml", text), "api.yaml"));
        assertThat(Specs.places(result)).as("%s", result.problems()).contains(expected);
    }
}
