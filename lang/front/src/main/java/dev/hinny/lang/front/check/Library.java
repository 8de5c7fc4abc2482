package dev.hinny.lang.front.check;

import dev.hinny.base.SourceText;
import dev.hinny.lang.front.Parser;
import dev.hinny.lang.front.StandardLibrary;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The modules of the standard library, each read when it is first needed and kept for the life of the JVM. */
final class Library {
    private static final Map<String, Unit> UNITS = new HashMap<>();
    private static final Session SESSION = new Session(Environment.NONE);

    private Library() {}

    /** The module that needs no import. */
    static Unit core() {
        return Objects.requireNonNull(find("dw::Core"));
    }

    /** The module of a path such as {@code dw::core::Strings}; null when the library has none. */
    static synchronized @Nullable Unit find(String path) {
        Unit known = UNITS.get(path);
        if (known != null) {
            return known;
        }
        SourceText source = StandardLibrary.source(path);
        if (source == null) {
            return null;
        }
        Unit unit = new Unit(path, Parser.parse(source).document(), source, SESSION, null);
        UNITS.put(path, unit);
        unit.declare();
        return unit;
    }
}
