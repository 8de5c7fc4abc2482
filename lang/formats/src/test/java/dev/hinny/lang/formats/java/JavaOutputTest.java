package dev.hinny.lang.formats.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.base.SourceText;
import dev.hinny.lang.engine.Bindings;
import dev.hinny.lang.engine.CompileOptions;
import dev.hinny.lang.engine.Script;
import dev.hinny.lang.engine.operation.Renderings;
import org.junit.jupiter.api.Test;

class JavaOutputTest {
    private static final String BODY =
            "\n---\n{a: 1, a: {b: 2, b: 3}, c @(x: 9): \"t\", d @(y: 8): {e: [{f: 1, f: 2}]}}";

    private static String shown(String properties) {
        SourceText source = new SourceText("test", "output application/java" + properties + BODY);
        return Renderings.compact(
                Script.compile(source, CompileOptions.NONE).run(Bindings.NONE).value());
    }

    @Test
    void repeatedKeysBecomeArraysWhenAskedFor() {
        assertThat(shown(" duplicateKeyAsArray=true"))
                .isEqualTo("{a: [1, {b: [2, 3]}], c @(x: 9): \"t\", d @(y: 8): {e: [{f: [1, 2]}]}}");
    }

    @Test
    void attributesBecomeKeysWhenAskedFor() {
        assertThat(shown(" writeAttributes=true"))
                .isEqualTo("{a: 1, a: {b: 2, b: 3}, c: {\"@x\": 9, __text: \"t\"}, d: {\"@y\": 8, e: [{f: 1, f: 2}]}}");
    }

    @Test
    void otherwiseTheValueStaysAsItIs() {
        assertThat(shown("")).isEqualTo("{a: 1, a: {b: 2, b: 3}, c @(x: 9): \"t\", d @(y: 8): {e: [{f: 1, f: 2}]}}");
    }
}
