package dev.hinny.lang.engine.compile;

import dev.hinny.base.SourceText;
import dev.hinny.lang.engine.Bindings;
import dev.hinny.lang.engine.CompileOptions;
import dev.hinny.lang.engine.node.Evaluation;
import dev.hinny.lang.front.Parsed;
import dev.hinny.lang.front.Parser;
import dev.hinny.lang.front.StandardLibrary;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The modules of the standard library, each parsed when first imported and kept for the life of the JVM. */
final class Library {
    private static final Session SESSION = new Session(CompileOptions.NONE);
    private static final Evaluation EVALUATION = new Evaluation(Bindings.NONE, CompileOptions.UNTRUSTED, 0);
    private static final Map<String, SourceUnit> UNITS = new ConcurrentHashMap<>();

    private Library() {}

    /** The compilation that all modules of the library share. */
    static Session session() {
        return SESSION;
    }

    /** The module that needs no import. */
    static SourceUnit core() {
        return Objects.requireNonNull(find("dw::Core"));
    }

    /** The module of the functions that hosts supply. */
    static SourceUnit mule() {
        return Objects.requireNonNull(find("dw::Mule"));
    }

    /** The module of a path such as {@code dw::core::Strings}; null when the library has none. */
    static synchronized @Nullable SourceUnit find(String path) {
        SourceUnit known = UNITS.get(path);
        if (known != null) {
            return known;
        }
        SourceText source = StandardLibrary.source(path);
        if (source == null) {
            return null;
        }
        Parsed parsed = Parser.parse(source);
        if (parsed.hasErrors()) {
            throw new IllegalStateException("the library's " + source.name() + " is broken: " + parsed.problems());
        }
        SourceUnit unit = new SourceUnit(path, parsed.document(), SESSION, -1, EVALUATION);
        UNITS.put(path, unit);
        unit.declare();
        return unit;
    }
}
