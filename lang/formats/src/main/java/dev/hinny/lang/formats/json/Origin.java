package dev.hinny.lang.formats.json;

import dev.hinny.base.Problem;
import dev.hinny.base.SourceSpan;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.formats.Transcoding;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Where a document comes from. A short one is parsed at once; a long one whose root is an array or object is not held but read
 * again, from where it is needed, each time somebody iterates.
 */
record Origin(ByteSource source, Charset charset, String name) {
    /** Longer documents are not held, except those that are in memory already. */
    static final int HELD = 4 << 20;

    /** What is looked at first when the script asks for streaming. */
    private static final int FIRST_LOOK = 1 << 16;

    private static final int BYTES_A_WORD = 6;
    private static final int SPARE_WORDS = 128;

    Value read(boolean streaming) {
        if (source instanceof ByteSource.Memory(byte[] bytes)) {
            return parse(bytes);
        }
        int most = streaming ? FIRST_LOOK : HELD;
        if (source.size() < most) {
            try (InputStream in = source.open()) {
                byte[] head = in.readNBytes(most);
                if (head.length < most) {
                    return parse(head);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        try (Cursor cursor = new Cursor(this, 0)) {
            return switch (cursor.peek()) {
                case '[' -> new StreamedArray(this, cursor.offset(), 0, Schema.NONE);
                case '{' -> new StreamedObject(this, cursor.offset(), 0, Schema.NONE);
                default -> parse(source.bytes());
            };
        }
    }

    private Value parse(byte[] document) {
        Charset found = detected(document);
        int mark = mark(document);
        byte[] bytes = document;
        if (!found.equals(StandardCharsets.UTF_8)) {
            bytes = new String(document, found).getBytes(StandardCharsets.UTF_8);
            mark = mark(bytes);
        }
        Parser parser = new Parser(bytes.length / BYTES_A_WORD + SPARE_WORDS);
        parser.over(bytes, mark, bytes.length, true);
        try {
            return parser.document().value(0);
        } catch (Unreadable e) {
            throw fault(bytes, e.offset(), e);
        }
    }

    private static int mark(byte[] bytes) {
        return bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF
                ? 3
                : 0;
    }

    /** The charset that was said, or, where that is UTF-8, the one that the first bytes of the document show. */
    private Charset detected(byte[] start) {
        if (start.length < 2 || !charset.equals(StandardCharsets.UTF_8)) {
            return charset;
        }
        int first = start[0] & 0xFF;
        int second = start[1] & 0xFF;
        boolean wide = start.length >= 4 && start[2] == 0 && (start[3] == 0 || first == 0 && second == 0);
        if (first == 0xFE && second == 0xFF || first == 0 && second != 0) {
            return StandardCharsets.UTF_16BE;
        }
        if (first == 0xFF && second == 0xFE || first != 0 && second == 0) {
            return wide ? StandardCharsets.UTF_32LE : StandardCharsets.UTF_16LE;
        }
        return first == 0 && start.length >= 4 ? StandardCharsets.UTF_32BE : charset;
    }

    /** A stream of UTF-8 that begins at an offset of it, a mark of the byte order not counted. */
    InputStream open(long offset) {
        try {
            PushbackInputStream in = new PushbackInputStream(source.open(), 4);
            byte[] start = in.readNBytes(4);
            in.unread(start);
            Charset found = detected(start);
            if (!found.equals(StandardCharsets.UTF_8)) {
                in = new PushbackInputStream(Transcoding.toUtf8(in, found), 4);
                start = in.readNBytes(4);
                in.unread(start);
            }
            in.skipNBytes(offset + mark(start));
            return in;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The error at an offset of a document that is read again to find the line. */
    FormatException fault(long offset, Unreadable cause) {
        try (InputStream in = open(0)) {
            Position position = new Position();
            byte[] part = new byte[1 << 16];
            long left = offset;
            while (left > 0) {
                int count = in.read(part, 0, (int) Math.min(part.length, left));
                if (count < 0) {
                    break;
                }
                position.pass(part, 0, count);
                left -= count;
            }
            return fault(position, cause);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FormatException fault(byte[] bytes, int offset, Unreadable cause) {
        Position position = new Position();
        int mark = mark(bytes);
        position.pass(bytes, mark, Math.max(mark, Math.min(offset, bytes.length)));
        return fault(position, cause);
    }

    private FormatException fault(Position at, Unreadable cause) {
        SourceSpan place = new SourceSpan(name, at.line, at.column, at.line, at.column, 0, 0);
        return new FormatException(
                Problem.error("BAD-JSON", place, "no valid JSON: " + cause.reason(), "check the document there"),
                cause);
    }

    /** Lines and columns of characters. */
    private static final class Position {
        private int line = 1;
        private int column = 1;

        void pass(byte[] bytes, int from, int to) {
            for (int i = from; i < to; i++) {
                if (bytes[i] == '\n') {
                    line++;
                    column = 1;
                } else if ((bytes[i] & 0xC0) != 0x80) {
                    column++;
                }
            }
        }
    }
}
