package dev.hinny.lang.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.lang.front.Directive;
import dev.hinny.lang.front.Expression;
import dev.hinny.lang.front.StandardLibrary;
import org.junit.jupiter.api.Test;

class LibraryTest {
    @Test
    void everyFunctionOfEveryModuleCompilesAndEveryNativeOneExists() {
        assertThat(StandardLibrary.modules()).hasSizeGreaterThan(20);
        for (String module : StandardLibrary.modules()) {
            SourceUnit unit = java.util.Objects.requireNonNull(Library.find(module));
            for (Directive directive : unit.document().header()) {
                switch (directive) {
                    case Directive.Function function -> {
                        assertThat(unit.member(function.name().text(), function.span()))
                                .isNotNull();
                        if (!isNative(function.body())) {
                            Library.session()
                                    .functions
                                    .declared(function, true, unit.scope())
                                    .complete();
                        }
                    }
                    case Directive.Variable variable ->
                        assertThat(unit.member(variable.name().text(), variable.span()))
                                .isNotNull();
                    case Directive.TypeAlias alias ->
                        assertThat(Library.session().types.check(alias, unit.scope()))
                                .isNotNull();
                    default -> {}
                }
            }
            assertThat(Library.session().problems.sorted()).as(module).isEmpty();
        }
    }

    private static boolean isNative(Expression body) {
        return body instanceof Expression.Call call
                && call.function() instanceof Expression.Reference reference
                && reference.name().name().equals("native");
    }
}
