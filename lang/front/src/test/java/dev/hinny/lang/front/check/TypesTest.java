package dev.hinny.lang.front.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypesTest {
    private static Type type(String text) {
        String script = "type P = {name: String}\ntype Tree = {v: Number, kids: Array<Tree>}\nvar it: " + text
                + " = payload\n---\nit";
        return Checks.check(script).typeAt(script.length()).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "String",
                "Array<Array<Number>>",
                "{a: String, b?: Number, c*: Any}",
                "{| a: String |}",
                "{- a: String -}",
                "{-| a: String |-}",
                "{}",
                "{a @(id: Number): String}",
                "(a: String, b?: Number) -> Array<Any>",
                "<T>(a: T) -> T",
                "Array<(String) -> Number>",
                "\"a\"",
                "-1",
                "true",
                "Type<String>",
                "P",
                "{\"a b\": Null}",
                "Array<P>"
            })
    void printsInTheLanguagesNotation(String text) {
        String expected = text.equals("{}") ? "Object" : text;

        assertThat(type(text)).hasToString(expected);
    }

    @Test
    void unionsDropWhatAnotherMemberTakesIn() {
        assertThat(Types.union(Type.STRING, Type.NULL, Type.NUMBER, Type.STRING))
                .hasToString("String | Number | Null");
        assertThat(Types.union(new Type.Literal("a"), Type.STRING)).isEqualTo(Type.STRING);
        assertThat(Types.union(Type.STRING, Type.ANY)).isEqualTo(Type.ANY);
        assertThat(Types.union(Type.NOTHING, Type.STRING)).isEqualTo(Type.STRING);
        assertThat(Types.union()).isEqualTo(Type.NOTHING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "String; Any; true",
                "Any; String; false",
                "\"a\"; String; true",
                "String; \"a\"; false",
                "Null; String | Null; true",
                "String | Null; String; false",
                "CData; String; true",
                "String; SimpleType; true",
                "Array<Number>; Array<Any>; true",
                "Array<Any>; Array<Number>; false",
                "Range; Array<Number>; true",
                "{name: String, b: Number}; P; true",
                "{b: Number}; P; false",
                "{| name: String |}; P; true",
                "P; {| name: String |}; false",
                "P; Object; true",
                "{| a?: String |}; {a: String}; false",
                "() -> Any; (String) -> Number; true",
                "P & {b: Number}; P; true",
                "Tree; {v: Number}; true"
            })
    void assignability(String from, String to, boolean expected) {
        assertThat(Types.assignable(type(from), type(to))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "String; Number; YES",
                "Number; String; YES",
                "Boolean; Number; NO",
                "Date; Number; YES",
                "Null; String; NO",
                "Null; Any; YES",
                "String | Null; Number; YES",
                "Array<String>; String; NO",
                "Array<Object>; Array<Number>; DOUBTFUL",
                "Array<String>; Array<Number>; YES",
                "Object; P; YES",
                "{| b: Number |}; P; NO",
                "{| name: Array<Any> |}; P; NO",
                "{| name: Number |}; P; YES",
                "Number; () -> Number; YES",
                "() -> Number; Number; NO",
                "\"b\"; \"a\" | \"c\"; NO",
                "\"abc\"; Number; NO",
                "\"12\"; Number; YES",
                "Any; Nothing; YES"
            })
    void whatACallTakes(String from, String to, String expected) {
        assertThat(Fit.of(type(from), type(to))).hasToString(expected);
    }

    @Test
    void typesThatGrowWithoutEndAreCut() {
        StringBuilder script = new StringBuilder("var v0 = {a: 1, b: 2}\n");
        for (int i = 1; i < 40; i++) {
            script.append("var v")
                    .append(i)
                    .append(" = {a: v")
                    .append(i - 1)
                    .append(", b: v")
                    .append(i - 1)
                    .append("}\n");
        }

        Analysis analysis = Checks.check(script + "---\nv39");

        assertThat(analysis.problems()).isEmpty();
        assertThat(analysis.typeAt(script.length() + 5).orElseThrow().toString())
                .hasSizeLessThan(100_000);
    }
}
