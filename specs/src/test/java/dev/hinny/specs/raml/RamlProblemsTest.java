package dev.hinny.specs.raml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.specs.SpecReader;
import dev.hinny.specs.Specs;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RamlProblemsTest {
    private static final String HEAD = "#%RAML 1.0\ntitle: T\n";

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("RAML-NO-TITLE 2:1", "#%RAML 1.0\nversion: v1\n"),
                Arguments.of("RAML-BAD-HEADER 1:1", "#%RAML 1.0 Libary\n"),
                Arguments.of("RAML-OLD-VERSION 1:1", "#%RAML 0.8\ntitle: T\n"),
                Arguments.of("RAML-UNKNOWN-KEY 3:1", HEAD + "baseUrl: x\n"),
                Arguments.of("RAML-UNKNOWN-TYPE 6:12", HEAD + "types:\n  A:\n    properties:\n      b?:  Strin\n"),
                Arguments.of("RAML-UNKNOWN-TYPE 4:6", HEAD + "types:\n  A: lib.B\n"),
                Arguments.of("RAML-RECURSIVE-TYPE 4:3", HEAD + "types:\n  A: B[]\n  B: A | nil\n"),
                Arguments.of("RAML-UNKNOWN-KEY 6:5", HEAD + "types:\n  A:\n    type: string\n    minimum: 3\n"),
                Arguments.of(
                        "RAML-CONFLICTING-FACETS 5:5", HEAD + "types:\n  A:\n    minLength: 5\n    maxLength: 3\n"),
                Arguments.of(
                        "RAML-WIDER-TYPE 8:16",
                        HEAD + "types:\n  A:\n    type: number\n    minimum: 5\n  B: { type: A,\n      minimum: 3 }\n"),
                Arguments.of("RAML-BAD-EXAMPLE 6:14", HEAD + "types:\n  A:\n    type: integer\n    example: many\n"),
                Arguments.of("RAML-BAD-DEFAULT 5:14", HEAD + "types:\n  A:\n    default: [1]\n"),
                Arguments.of("RAML-BAD-PATTERN 5:14", HEAD + "types:\n  A:\n    pattern: '['\n"),
                Arguments.of("RAML-UNKNOWN-TRAIT 4:8", HEAD + "/a:\n  is: [paged]\n  get:\n"),
                Arguments.of(
                        "RAML-MISSING-PARAMETER 8:8",
                        HEAD + "traits:\n  t:\n    headers:\n      <<name>>:\n/a:\n  is: [t]\n  get:\n"),
                Arguments.of(
                        "RAML-UNKNOWN-FUNCTION 5:18",
                        HEAD + "traits:\n  t:\n    description: <<methodName | !shout>>\n"),
                Arguments.of("RAML-UNUSED-PARAMETER 5:5", HEAD + "/a:\n  uriParameters:\n    id:\n"),
                Arguments.of("RAML-DUPLICATE-RESOURCE 5:1", HEAD + "/a:\n  /b:\n/a/b:\n"),
                Arguments.of("RAML-NO-MEDIA-TYPE 5:11", HEAD + "/a:\n  post:\n    body: string\n"),
                Arguments.of("RAML-BAD-STATUS 6:7", HEAD + "/a:\n  get:\n    responses:\n      2000:\n"),
                Arguments.of("RAML-UNKNOWN-SECURITY-SCHEME 4:16", HEAD + "/a:\n  securedBy: [ oauth ]\n"),
                Arguments.of("RAML-UNKNOWN-ANNOTATION-TYPE 3:1", HEAD + "(x): 1\n"),
                Arguments.of("SPEC-DUPLICATE-KEY 4:1", HEAD + "version: 1\nversion: 2\n"),
                Arguments.of("SPEC-BAD-YAML 5:1", HEAD + "types:\n  A: [\n"),
                Arguments.of("SPEC-FILE-NOT-FOUND 4:6", HEAD + "types:\n  A: !include gone.raml\n"),
                Arguments.of("SPEC-OUTSIDE-REFERENCE 4:6", HEAD + "types:\n  A: !include ../x.raml\n"),
                Arguments.of("SPEC-REMOTE-REFERENCE 4:6", HEAD + "types:\n  A: !include http://x.org/y.raml\n"),
                Arguments.of("RAML-INCLUDE-CYCLE 4:6", HEAD + "types:\n  A: !include api.raml\n"),
                Arguments.of("RAML-BAD-JSON-SCHEMA 4:6", HEAD + "types:\n  A: '{\"type\":'\n"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void tellsCodeAndPlace(String expected, String text) {
        SpecReader.Result result = Specs.text(text);
        assertThat(Specs.places(result)).as("%s", result.problems()).contains(expected);
        assertThat(result.ok()).isFalse();
    }

    @org.junit.jupiter.api.Test
    void suggestsTheNameThatWasMeant() {
        SpecReader.Result result = Specs.text(HEAD + "types:\n  Customer: string\n  B: Custmer\n");
        assertThat(result.problems().get(0).line())
                .isEqualTo("api.raml:5:6: error: RAML-UNKNOWN-TYPE: there is no type 'Custmer' (did you mean"
                        + " 'Customer'?)");
    }

    @org.junit.jupiter.api.Test
    void collectsEveryProblemAndStillGivesTheApi() {
        SpecReader.Result result = Specs.text(HEAD + "types:\n  A: X\n  B: Y\n/a:\n  get:\n");
        assertThat(Specs.places(result)).containsExactly("RAML-UNKNOWN-TYPE 4:6", "RAML-UNKNOWN-TYPE 5:6");
        assertThat(result.api().orElseThrow().resources()).hasSize(1);
    }
}
