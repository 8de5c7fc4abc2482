package dev.hinny.base;

/**
 * A place in a text: from (line, column) inclusive to (endLine, endColumn) exclusive, with the same as offsets. Lines and
 * columns count from 1, offsets from 0.
 */
public record SourceSpan(
        String source, int line, int column, int endLine, int endColumn, int startOffset, int endOffset) {

    /** The place of something that has a file but no position in it. */
    public static SourceSpan file(String source) {
        return new SourceSpan(source, 1, 1, 1, 1, 0, 0);
    }

    /** The place of a byte in something that has no lines; offsets beyond an int are cut off. */
    public static SourceSpan atByte(String source, long offset) {
        int at = (int) Math.min(Integer.MAX_VALUE, offset);
        return new SourceSpan(source, 1, 1, 1, 1, at, at);
    }

    /** The smallest place that holds both. */
    public SourceSpan to(SourceSpan other) {
        return new SourceSpan(
                source,
                line,
                column,
                other.endLine,
                other.endColumn,
                startOffset,
                Math.max(endOffset, other.endOffset));
    }

    /** {@code FILE:LINE:COL}, the form that editors and terminals turn into a link. */
    @Override
    public String toString() {
        return source + ":" + line + ":" + column;
    }
}
