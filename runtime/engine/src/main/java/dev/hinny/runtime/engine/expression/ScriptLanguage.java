package dev.hinny.runtime.engine.expression;

import dev.hinny.base.MediaType;
import dev.hinny.base.Problem;
import dev.hinny.base.SourceText;
import dev.hinny.lang.engine.Bindings;
import dev.hinny.lang.engine.CompileOptions;
import dev.hinny.lang.engine.format.TypedValue;
import dev.hinny.lang.engine.value.Value;
import java.util.List;

/** The one door to the language: compiles a text. Safe for use by several threads. */
public interface ScriptLanguage {
    /** @throws dev.hinny.base.ProblemException with every problem of the text, places within it */
    Compiled compile(SourceText source, CompileOptions options);

    /** A script that can be run. Running it throws {@link dev.hinny.base.ProblemException}. */
    interface Compiled {
        /** What compiled all the same but deserves a look. */
        List<Problem> warnings();

        Value evaluate(Bindings bindings);

        /** Whether the script itself names what it writes. */
        boolean declaresOutput();

        /** Written as the script's {@code output} says; a plain value of the fallback's type when it says nothing. */
        TypedValue write(Bindings bindings, MediaType fallback);
    }
}
