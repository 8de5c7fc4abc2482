package dev.hinny.lang.formats.xml;

import dev.hinny.base.Problem;
import dev.hinny.base.SourceSpan;
import dev.hinny.lang.engine.format.FormatException;

/** Something that is no well-formed XML, at an offset of the buffer; whoever knows lines makes a {@link FormatException} of it. */
final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Thrown where a part of the document has not arrived yet: the reader gets more and begins the part again. */
    static final Fault INCOMPLETE = new Fault(0, "the document goes on", "");

    private final int offset;
    private final String what;
    private final String hint;

    Fault(int offset, String what, String hint) {
        super(what, null, false, false);
        this.offset = offset;
        this.what = what;
        this.hint = hint;
    }

    /** The same fault at another offset. */
    Fault moved(int newOffset) {
        return new Fault(newOffset, what, hint);
    }

    int offset() {
        return offset;
    }

    /**
     * The exception for users.
     *
     * @param place where the buffer begins in the document
     */
    FormatException at(String name, byte[] buffer, Place place) {
        Place at = place.after(buffer, Math.min(offset, buffer.length));
        int byteOffset = (int) Math.min(at.offset(), Integer.MAX_VALUE);
        return new FormatException(Problem.error(
                "BAD-XML",
                new SourceSpan(name, at.line(), at.column(), at.line(), at.column() + 1, byteOffset, byteOffset),
                "no well-formed XML: " + what,
                hint.isEmpty() ? "check the document there" : hint));
    }

    /** A position in a document: line and column from 1, bytes from 0. */
    record Place(long offset, int line, int column) {
        static final Place START = new Place(0, 1, 1);

        /** The position behind the first {@code length} bytes of a buffer that begins here. */
        Place after(byte[] buffer, int length) {
            int lines = Bytes.countLines(buffer, length);
            int from = 0;
            if (lines > 0) {
                for (from = length; buffer[from - 1] != '\n'; from--) {}
            } else if (offset == 0 && length >= 3 && buffer[0] == (byte) 0xEF && buffer[1] == (byte) 0xBB) {
                from = 3;
            }
            int newColumn = lines > 0 ? 1 : column;
            for (int i = from; i < length; i++) {
                newColumn += (buffer[i] & 0xC0) != 0x80 ? 1 : 0;
            }
            return new Place(offset + length, line + lines, newColumn);
        }
    }
}
