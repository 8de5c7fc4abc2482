package dev.hinny.lang.front;

import dev.hinny.base.SourceSpan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code loader!a::b::name}: the name of a module, or of a function, variable or type in one.
 *
 * @param loader {@code java} in {@code java!a::B}, null where none is written
 * @param path the parts before the last {@code ::}; empty for a plain name
 */
public record QualifiedName(SourceSpan span, @Nullable String loader, List<String> path, String name) implements Node {
    public QualifiedName {
        path = List.copyOf(path);
    }

    /** Whether it is one name without loader and path. */
    public boolean isSimple() {
        return loader == null && path.isEmpty();
    }

    /** As it is written. */
    @Override
    public String toString() {
        String qualified = path.isEmpty() ? name : String.join("::", path) + "::" + name;
        return loader == null ? qualified : loader + "!" + qualified;
    }
}
