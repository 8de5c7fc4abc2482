package dev.hinny.base;

import java.util.Arrays;

/**
 * A named text with its line starts, from which places are made. Lines and columns count from 1; columns count UTF-16
 * code units. Immutable and safe to share between threads.
 */
public final class SourceText {
    private final String name;
    private final String text;
    private final int[] lineStarts;

    /** @param name what messages print before the line: a path relative to the application, or {@code <script>} */
    public SourceText(String name, String text) {
        this.name = name;
        this.text = text;
        this.lineStarts = lineStarts(text);
    }

    public String name() {
        return name;
    }

    public String text() {
        return text;
    }

    /** The place from {@code start} (inclusive) to {@code end} (exclusive), both offsets clamped to the text. */
    public SourceSpan span(int start, int end) {
        int from = Math.clamp(start, 0, text.length());
        int to = Math.clamp(end, from, text.length());
        int line = lineAt(from);
        int endLine = lineAt(to);
        return new SourceSpan(
                name, line, from - lineStarts[line - 1] + 1, endLine, to - lineStarts[endLine - 1] + 1, from, to);
    }

    /** The line's text without its line end; empty when there is no such line. */
    public String line(int line) {
        if (line < 1 || line > lineStarts.length) {
            return "";
        }
        int start = lineStarts[line - 1];
        int end = line < lineStarts.length ? lineStarts[line] : text.length();
        while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(start, end);
    }

    /** The offset of a line and column, clamped to the text. */
    public int offset(int line, int column) {
        if (line > lineStarts.length) {
            return text.length();
        }
        return Math.clamp(lineStarts[Math.max(line, 1) - 1] + (long) column - 1, 0, text.length());
    }

    private int lineAt(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'))) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }
}
