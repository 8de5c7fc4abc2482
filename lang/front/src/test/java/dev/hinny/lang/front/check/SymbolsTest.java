package dev.hinny.lang.front.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.base.SourceSpan;
import dev.hinny.base.SourceText;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What tools ask about a place: names, declarations, uses. A bar in a script marks the place. */
class SymbolsTest {
    private static Symbol symbol(String marked) {
        return Checks.check(marked.replaceFirst("\\^", ""))
                .symbolAt(marked.indexOf('^'))
                .orElseThrow();
    }

    private static List<String> uses(String marked) {
        String script = marked.replaceFirst("\\^", "");
        Analysis analysis = Checks.check(script);
        Symbol symbol = analysis.symbolAt(marked.indexOf('^')).orElseThrow();
        return analysis.references(symbol).stream()
                .map(s -> s.line() + ":" + s.column() + " " + script.substring(s.startOffset(), s.endOffset()))
                .toList();
    }

    @Test
    void variablesLeadToTheirDeclaration() {
        Symbol symbol = symbol("var rate = 1.5\n---\npayload.a * ra^te");

        assertThat(symbol.kind()).isEqualTo(Symbol.Kind.VARIABLE);
        assertThat(symbol.text()).isEqualTo("var rate: Number");
        assertThat(symbol.definition().orElseThrow()).hasToString("script.dwl:1:5");
    }

    @Test
    void libraryFunctionsShowAllOverloadsAndWhatTheirCommentSays() {
        Symbol symbol = symbol("payload.items joi^nBy ','");

        assertThat(symbol.kind()).isEqualTo(Symbol.Kind.FUNCTION);
        assertThat(symbol.module()).isEqualTo("dw::Core");
        assertThat(symbol.text().lines()).hasSize(2).allMatch(l -> l.startsWith("fun joinBy("));
        assertThat(symbol.documentation().text()).isNotEmpty();
        assertThat(symbol.definition().map(SourceSpan::source)).hasValue("dw/Core.dwl");
    }

    @Test
    void overloadsOfAFunctionAreOneName() {
        assertThat(uses("fun f(x: Number) = x\nfun f(x: String) = x\n---\n[f^(1), f('a')]"))
                .containsExactly("1:5 f", "2:5 f", "4:2 f", "4:8 f");
    }

    @Test
    void parametersHideOuterNames() {
        assertThat(uses("var x = 1\nfun f(x: Number) = x^ + 1\n---\nf(x)")).containsExactly("2:7 x", "2:20 x");
        assertThat(uses("var x = 1\nfun f(x: Number) = x + 1\n---\nf(x^)")).containsExactly("1:5 x", "4:3 x");
    }

    @Test
    void lambdaParametersKnowTheItemType() {
        assertThat(symbol("[{a: 1}] map ((ite^m, index) -> item.a)").text()).isEqualTo("item: {a: Number}");
        assertThat(symbol("[{a: 1}] map $^.a").text()).isEqualTo("$: {a: Number}");
        assertThat(symbol("[{a: 1}] map {i: $$^}").text()).isEqualTo("$$: Number");
    }

    @Test
    void caseBindingsKnowTheTypeOfTheirPattern() {
        assertThat(symbol("payload match { case text is String -> te^xt else -> 1 }")
                        .text())
                .isEqualTo("text: String");
    }

    @Test
    void typesAndNamespacesAreNames() {
        assertThat(uses("type Per^son = {name: String}\nvar a: Person = payload\n---\na as Person"))
                .containsExactly("1:6 Person", "2:8 Person", "4:6 Person");
        assertThat(uses("ns ns^0 http://a\n---\n{ns0#a: payload.ns0#b}"))
                .containsExactly("1:4 ns0", "3:2 ns0", "3:17 ns0");
    }

    @Test
    void importedNamesLeadToTheirModule() {
        Symbol symbol = symbol("import capitalize as cap from dw::core::Strings\n---\nca^p('x')");

        assertThat(symbol.name()).isEqualTo("cap");
        assertThat(symbol.definition().map(SourceSpan::source)).hasValue("dw/core/Strings.dwl");
    }

    @Test
    void qualifiedNamesHaveTwoParts() {
        String script = "import dw::core::Strings\n---\nStrings::pluralize('x')";

        assertThat(symbol(script.replace("pluralize", "plu^ralize")).module()).isEqualTo("dw::core::Strings");
        assertThat(symbol(script.replace("Strings::", "Str^ings::")).kind()).isEqualTo(Symbol.Kind.MODULE);
    }

    @Test
    void thePlaceOfAWordIsWhatARenameReplaces() {
        String script = "import dw::core::Strings\n---\nStrings::pluralize('x')";

        SourceSpan place =
                Checks.check(script).nameAt(script.indexOf("uralize")).orElseThrow();

        assertThat(script.substring(place.startOffset(), place.endOffset())).isEqualTo("pluralize");
    }

    @Test
    void typesAreThoseOfTheInnermostExpression() {
        String script = "var order = {lines: [{price: 2}]}\n---\n{a: order.lines[0].price, b: sizeOf(order.lines)}";
        Analysis analysis = Checks.check(script);

        assertThat(analysis.typeAt(script.indexOf("der.lines[0]")))
                .map(Type::toString)
                .hasValue("{lines: Array<{price: Number}>}");
        assertThat(analysis.typeAt(script.indexOf("price, b")))
                .map(Type::toString)
                .hasValue("Number | Null");
        assertThat(analysis.typeAt(script.indexOf("zeOf"))).map(Type::toString).hasValue("Number");
    }

    @Test
    void theOutlineHasTheDeclarationsInOrder() {
        assertThat(Checks.check("ns n http://a\nvar a = 1\nfun f(x) = x\ntype T = String\n---\na")
                        .declarations())
                .extracting(Symbol::text)
                .containsExactly("ns n", "var a: Number", "fun f(x: Any): Any", "type T = String");
    }

    @Test
    void modulesOfTheUserAreReadThroughTheirSource() {
        Map<String, SourceText> files = Map.of(
                "acme/Money.dwl",
                new SourceText(
                        "acme/Money.dwl",
                        "%dw 2.0\n/** With tax. */\nfun gross(net: Number, rate = 0.2) = net * (1 + rate)\n"
                                + "type Price = {amount: Number}\nvar zero: Price = {amount: 0}"));
        Environment environment = Environment.FLOW.withModules(files::get);
        String script = "import gross, zero from acme::Money\n---\n{a: gross(zero.amount), b: gross([])}";

        Analysis analysis = Checks.check(script, environment);

        Symbol symbol = analysis.symbolAt(script.indexOf("oss(zero")).orElseThrow();
        assertThat(symbol.definition().orElseThrow()).hasToString("acme/Money.dwl:3:5");
        assertThat(symbol.documentation().text()).isEqualTo("With tax.");
        assertThat(symbol.text()).isEqualTo("fun gross(net: Number, rate?: Any): Number");
        assertThat(analysis.problems())
                .extracting(p -> p.line())
                .containsExactly("script.dwl:3:34: error: WRONG-ARGUMENTS: 'gross' takes a Number, found Array "
                        + "(it is gross(net: Number, rate: Any = ...))");
    }

    @Test
    void aModuleThatCannotBeReadIsAnErrorOfItsImport() {
        Environment environment = Environment.FLOW.withModules(
                path -> path.equals("a/B.dwl") ? new SourceText(path, "%dw 2.0\nfun f(x = x") : null);

        assertThat(Checks.check("import f from a::B\n---\nf(1)", environment).problems())
                .singleElement()
                .satisfies(p -> {
                    assertThat(p.code()).isEqualTo("BROKEN-MODULE");
                    assertThat(p.place()).hasToString("script.dwl:1:15");
                    assertThat(p.message()).contains("a/B.dwl:2:");
                });
    }
}
