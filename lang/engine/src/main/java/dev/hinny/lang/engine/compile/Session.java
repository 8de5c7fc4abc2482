package dev.hinny.lang.engine.compile;

import dev.hinny.base.Problems;
import dev.hinny.lang.engine.CompileOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One compilation: what it may use, what it found wrong, and the parts of the compiler, which know each other through it. */
final class Session {
    final CompileOptions options;
    final Problems problems = new Problems();
    final List<SourceUnit> units = new ArrayList<>();
    final Map<String, ModuleUnit> modules = new ConcurrentHashMap<>();
    final Imports imports = new Imports(this);
    final TypeCompiler types = new TypeCompiler(this);
    final NameCompiler names = new NameCompiler(this);
    final LiteralCompiler literals = new LiteralCompiler(this);
    final SelectorCompiler selectors = new SelectorCompiler(this);
    final CallCompiler calls = new CallCompiler(this);
    final FunctionCompiler functions = new FunctionCompiler(this);
    final MatchCompiler matches = new MatchCompiler(this);
    final ExpressionCompiler expressions = new ExpressionCompiler(this);

    Session(CompileOptions options) {
        this.options = options;
    }
}
