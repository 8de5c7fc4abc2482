package dev.hinny.runtime.engine.expression;

import dev.hinny.base.MediaType;
import dev.hinny.base.Problem;
import dev.hinny.base.ProblemException;
import dev.hinny.base.SourceText;
import dev.hinny.lang.engine.Bindings;
import dev.hinny.lang.engine.CompileOptions;
import dev.hinny.lang.engine.Script;
import dev.hinny.lang.engine.format.TypedValue;
import dev.hinny.lang.engine.value.Value;
import java.util.List;

/** The language's engine behind the one door. */
public final class CompiledScripts implements ScriptLanguage {
    @Override
    public Compiled compile(SourceText source, CompileOptions options) {
        Script script = Script.compile(source, options);
        if (script.hasErrors()) {
            throw new ProblemException(script.problems());
        }
        return new Program(script);
    }

    private record Program(Script script) implements Compiled {
        @Override
        public List<Problem> warnings() {
            return script.problems();
        }

        @Override
        public Value evaluate(Bindings bindings) {
            return script.evaluate(bindings);
        }

        @Override
        public boolean declaresOutput() {
            return script.output().isPresent();
        }

        @Override
        public TypedValue write(Bindings bindings, MediaType fallback) {
            return script.run(bindings, fallback);
        }
    }
}
