package dev.hinny.lang.formats.flatfile;

import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the field that says how often another one follows itself. */
final class Controls {
    private Controls() {}

    /**
     * The value of a dotted name in the innermost of the open composites that has it.
     *
     * @param open entries of the record and of the open composites, outermost first
     */
    static @Nullable Value find(List<List<Entry>> open, String path) {
        for (List<Entry> entries : open.reversed()) {
            Value value = find(ObjectValue.of(entries), path);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /** The value of a dotted name; a name may hold dots itself. */
    static @Nullable Value find(ObjectValue object, String path) {
        Value whole = object.get(path);
        int dot = path.indexOf('.');
        if (whole != null || dot < 0) {
            return whole;
        }
        return object.get(path.substring(0, dot)) instanceof ObjectValue inner
                ? find(inner, path.substring(dot + 1))
                : null;
    }
}
