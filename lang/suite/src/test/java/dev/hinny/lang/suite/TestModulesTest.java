package dev.hinny.lang.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.base.SourceText;
import dev.hinny.lang.engine.Bindings;
import dev.hinny.lang.engine.CompileOptions;
import dev.hinny.lang.engine.Script;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.operation.Renderings;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Test suites written in the language. */
class TestModulesTest {
    private static final Map<String, String> FILES = Map.of(
            "classpath://greet/Hello.dwl",
            "output application/json --- {hello: payload.name, from: vars.from}",
            "classpath://greet/Hello/First/inputs/payload.json",
            "{\"name\": \"Ada\"}",
            "classpath://greet/Hello/First/inputs/vars.dwl",
            "{from: \"London\"}",
            "classpath://greet/Hello/First/out.json",
            "{\"hello\": \"Ada\", \"from\": \"London\"}",
            "classpath://rows/inputs/payload.csv",
            "a;b\n1;2\n",
            "classpath://rows/inputs/payload-config.properties",
            "separator=;\n");

    private static String run(String script) {
        CompileOptions options = CompileOptions.NONE.withResources(url -> {
            String file = FILES.get(url);
            return file == null ? null : ByteSource.of(file);
        });
        String header = "import * from dw::test::Tests import * from dw::test::Asserts\n---\n";
        return Renderings.compact(Script.compile(new SourceText("suite.dwl", header + script), options)
                .evaluate(Bindings.NONE));
    }

    @Test
    void mappingIsTestedWithFilesOfAScenario() {
        String suite = """
            "Hello" describedBy [
                "First" in do {
                    evalPath("greet/Hello.dwl", inputsFrom("greet/Hello/First"), "application/json") must
                        equalTo(outputFrom("greet/Hello/First"))
                }
            ] then [$.status, $.tests.status]
            """;
        assertThat(run(suite)).isEqualTo("[\"OK\", [\"OK\"]]");
    }

    @Test
    void readerPropertiesStandBesideAnInput() {
        assertThat(run("inputsOf('rows').payload")).isEqualTo("[{a: \"1\", b: \"2\"}]");
    }

    @Test
    void groupsNestAndFailWithTheirTests() {
        String suite = """
            "outer" describedBy [
                "inner" describedBy [
                    "is well" in do { [1 must beNumber(), true] },
                    "is wrong" in do { {a: {b: 1}} must equalTo({a: {b: 2}}) },
                    "breaks" in do { "x" as Number },
                    "is to come" in ???
                ],
                "several" in do { {code: 200, body: null} must [beObject(), $.code must equalTo(200), $.body is Null] },
            ] then [$.status, $.tests.status, $.tests[0].tests.status, $.tests[0].tests[1].reasons]
            """;
        assertThat(run(suite))
                .isEqualTo(
                        "[\"FAIL\", [\"FAIL\", \"OK\"], [\"OK\", \"FAIL\", \"ERROR\", \"TODO\"], [\"(root).a.b was 1,"
                                + " expected 2\"]]");
    }

    @Test
    void ownMatchersAreFunctions() {
        String own = """
            do {
              fun beEven(): Matcher<Number> = (actual: Number) -> {
                matches: isEven(actual), description: {expected: "to be even", actual: write(actual) as String}
              }
              ---
              [(4 must beEven()).matches, ([2, 3] must eachItem(beEven())).matches, (3 must notBe(beEven())).matches]
            }
            """;
        assertThat(run(own)).isEqualTo("[true, false, true]");
    }

    @Test
    void valueIsComparedWithAFile() {
        assertThat(run("({hello: 'Ada', from: 'London'} must equalToResource('greet/Hello/First/out.json',"
                        + " 'application/json')).matches"))
                .isEqualTo("true");
    }
}
