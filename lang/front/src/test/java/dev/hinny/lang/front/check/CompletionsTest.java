package dev.hinny.lang.front.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.base.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What can be written at the place of the caret. */
class CompletionsTest {
    private static List<String> at(String marked) {
        return symbols(marked).stream().map(Symbol::name).toList();
    }

    private static List<Symbol> symbols(String marked) {
        return Checks.check(marked.replaceFirst("\\^", "")).completionsAt(marked.indexOf('^'));
    }

    @Test
    void namesInScopeTheInnermostFirst() {
        List<String> names = at("var rate = 1\nfun f(price) = pr^\n---\nf(1)");

        assertThat(names).startsWith("price").contains("rate", "f", "payload", "vars", "upper", "map");
        assertThat(names).doesNotContain("plusplus", "capitalize");
    }

    @Test
    void namesOfScopesThatEndedAreGone() {
        assertThat(at("{a: do { var inner = 1 --- inner }, b: ^}")).doesNotContain("inner");
        assertThat(at("{a: do { var inner = 1 --- in^ }, b: 1}")).contains("inner");
        assertThat(at("payload match { case text is String -> ^ else -> 1 }")).contains("text");
    }

    @Test
    void importedMembersAndModulesAreThere() {
        assertThat(at("import * from dw::core::Strings\n---\n^")).contains("capitalize");
        assertThat(at("import capitalize as cap from dw::core::Strings\n---\n^"))
                .contains("cap")
                .doesNotContain("camelize");
        assertThat(at("import dw::core::Strings\n---\n^")).contains("Strings");
    }

    @Test
    void fieldsBehindADot() {
        assertThat(at("var a = {name: 'x', b: {c: 1}}\n---\na.^")).containsExactly("name", "b");
        assertThat(at("var a = {name: 'x', b: {c: 1}}\n---\na.b.^")).containsExactly("c");
        assertThat(at("var a = {name: 'x', b: {c: 1}}\n---\n{x: a.b.c^, y: 2}")).containsExactly("c");
        assertThat(at("[{id: 1, 'the name': 2}] map $.^")).containsExactly("id", "\"the name\"");
        assertThat(at("[{id: 1}].^")).containsExactly("id");
        assertThat(at("({a: 1} ++ {b: 2}).^")).containsExactly("a", "b");
        assertThat(at("now().^")).contains("year", "timezone");
        assertThat(at("payload.^")).isEmpty();
    }

    @Test
    void fieldsOfDeclaredTypesWithTheirTypes() {
        assertThat(symbols("type P = {name: String, age?: Number}\nvar p: P = payload\n---\np.^"))
                .extracting(Symbol::text)
                .containsExactly("name: String", "age: Number");
    }

    @Test
    void membersOfAModule() {
        assertThat(at("import dw::core::Strings\n---\nStrings::^")).contains("capitalize", "pluralize");
        assertThat(at("dw::core::Arrays::pa^")).contains("partition");
        assertThat(at("dw::core::^")).contains("Strings", "Arrays");
    }

    @Test
    void modulesInAnImport() {
        assertThat(at("import ^")).contains("dw::core::Strings");
        assertThat(at("import * from dw::co^")).contains("core::Strings");
        assertThat(at("import * from ^\n---\n1")).contains("dw::util::Math");
    }

    @Test
    void namesOfTheModuleThatIsImportedFrom() {
        assertThat(at("import ^ from dw::core::Strings\n---\n1"))
                .contains("capitalize")
                .doesNotContain("upper");
        assertThat(at("import camelize, cap^ from dw::core::Strings\n---\n1")).contains("capitalize");
    }

    @Test
    void typesWhereATypeStands() {
        String own = "type Person = {name: String}\n";

        assertThat(at(own + "---\npayload as ^"))
                .contains("Person", "String", "Array")
                .doesNotContain("upper");
        assertThat(at(own + "---\npayload is Str^")).contains("Person", "String");
        assertThat(at(own + "---\npayload match { case is ^ -> 1 }")).contains("Person");
        assertThat(at(own + "var a: ^ = 1\n---\n1")).contains("Person").doesNotContain("upper");
        assertThat(at(own + "fun f<T>(a: Arr^) = a\n---\n1"))
                .contains("T", "Person")
                .doesNotContain("upper");
    }

    @Test
    void membersOfTheUsersModules() {
        String script = "import a::B\n---\nB::";
        Analysis analysis = Checks.check(
                script,
                Environment.NONE.withModules(
                        path -> path.equals("a/B.dwl") ? new SourceText(path, "fun one() = 1\nvar two = 2") : null));

        assertThat(analysis.completionsAt(script.length()))
                .extracting(Symbol::name)
                .containsExactly("one", "two");
    }
}
