package dev.hinny.lang.front;

import dev.hinny.base.SourceSpan;
import dev.hinny.base.SourceText;

/**
 * Turns offsets of a script into places that people know: those of the script's own file, or of the file that it is
 * embedded in. Implementations are immutable.
 */
public interface Places {
    /** The place from {@code start} (inclusive) to {@code end} (exclusive), offsets of the script. */
    SourceSpan span(int start, int end);

    /**
     * A script that was decoded from {@code outer} (character references, CDATA marks).
     *
     * @param offsets for each character of the script its offset in {@code outer}, and one more for its end
     */
    static Places mapped(SourceText outer, int[] offsets) {
        int[] copy = offsets.clone();
        int last = copy.length - 1;
        return (start, end) -> outer.span(copy[Math.clamp(start, 0, last)], copy[Math.clamp(end, 0, last)]);
    }
}
