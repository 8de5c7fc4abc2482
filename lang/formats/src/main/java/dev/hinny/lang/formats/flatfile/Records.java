package dev.hinny.lang.formats.flatfile;

import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.formats.StandardOptions;
import dev.hinny.lang.formats.flatfile.FlatFileOptions.Parsing;
import dev.hinny.lang.formats.flatfile.Segment.Tag;
import java.util.List;

/** Cuts an open document into records, and reads each as the kind that it is said to be. */
final class Records implements AutoCloseable {
    private final Window window;
    private final Coding coding;
    private final FlatFileOptions options;
    private final String name;
    private final RecordDecoder decoder;
    private long number = 1;

    Records(Window window, Coding coding, FlatFileOptions options, String name) {
        this.window = window;
        this.coding = coding;
        this.options = options;
        this.name = name;
        this.decoder = new RecordDecoder(coding, options, name);
        if (!coding.holdsBytes()
                && window.fill(3)
                && coding.text(window.bytes(), window.start(), window.start() + 3)
                        .equals("\uFEFF")) {
            window.moveTo(window.start() + 3);
        }
    }

    /**
     * Whether no record follows; line breaks and the end mark of old systems are none.
     *
     * @param bytes whether records hold bytes, so that a line break may be one of them
     */
    boolean atEnd(boolean bytes) {
        if (options.parsing() == Parsing.NOTERMINATOR || (options.parsing() == Parsing.SINGLERECORD && number == 1)) {
            return !window.fill(1);
        }
        int ahead = 1;
        while (window.fill(ahead)) {
            byte b = window.bytes()[window.start() + ahead - 1];
            if (b != 0x1a && !coding.isBreak(b)) {
                if (options.parsing() == Parsing.LENIENT && !bytes) {
                    window.moveTo(window.start() + ahead - 1);
                }
                return false;
            }
            if (bytes && ahead > 2) {
                return false;
            }
            ahead++;
        }
        window.moveTo(window.limit());
        return true;
    }

    /** Whether the next record holds the tags of a segment. */
    boolean isNext(Segment segment) {
        for (Tag tag : segment.tags()) {
            window.fill(coding.longest(tag.column() + tag.length()));
            int from = coding.skip(window.bytes(), window.start(), window.limit(), tag.column());
            int to = from < 0 ? -1 : coding.skip(window.bytes(), from, window.limit(), tag.length());
            if (to < 0
                    || !coding.text(window.bytes(), from, to)
                            .strip()
                            .equals(tag.value().strip())) {
                return false;
            }
        }
        return true;
    }

    /** Reads the next record, which must be there. */
    ObjectValue next(Segment segment) {
        int end = end(segment);
        boolean lines = isLine(segment);
        ObjectValue record =
                decoder.decode(segment, window.bytes(), window.start(), end, number, window.offset(), window.stays());
        int read = decoder.position();
        if (options.parsing() == Parsing.SINGLERECORD) {
            checkEnd(segment, read - window.start());
            window.moveTo(window.limit());
        } else if (lines) {
            if (read < end && options.parsing() == Parsing.STRICT) {
                checkEnd(segment, read - window.start());
            }
            window.moveTo(end);
        } else {
            window.moveTo(read);
        }
        if (options.parsing() == Parsing.STRICT || options.parsing() == Parsing.LENIENT) {
            passBreak(segment, lines);
        }
        number++;
        return record;
    }

    private boolean isLine(Segment segment) {
        return switch (options.parsing()) {
            case STRICT -> !segment.hasBytes();
            case LENIENT -> true;
            case NOTERMINATOR, SINGLERECORD -> false;
        };
    }

    /** Where the bytes end that the record may take. */
    private int end(Segment segment) {
        int longest = coding.longest(segment.length());
        return switch (options.parsing()) {
            case STRICT -> {
                if (segment.hasBytes()) {
                    window.fill(longest);
                    yield Math.min(window.limit(), window.start() + longest);
                }
                yield line(0, longest + 4);
            }
            case LENIENT -> {
                int from = options.lenientBeforeBytes() || !segment.hasBytes() ? segment.bytesEnd() : segment.length();
                yield line(from, StandardOptions.longestItem());
            }
            case NOTERMINATOR, SINGLERECORD -> {
                window.fill(longest);
                yield Math.min(window.limit(), window.start() + longest);
            }
        };
    }

    /** Where the line ends: at a break at or behind a place, at the end of the document, or after the most bytes. */
    private int line(int from, int most) {
        int at = from;
        while (at < most && window.fill(at + 1)) {
            byte[] bytes = window.bytes();
            int stop = (int) Math.min(window.limit(), (long) window.start() + most);
            for (int i = window.start() + at; i < stop; i++) {
                if (coding.isBreak(bytes[i])) {
                    return i;
                }
            }
            at = stop - window.start();
        }
        if (at >= most && options.parsing() == Parsing.LENIENT) {
            throw fault(1, "the record takes more than " + most + " bytes", "perhaps its lines end differently");
        }
        return Math.min(window.limit(), window.start() + Math.max(at, 0));
    }

    /** Behind a single record only line breaks may stand, behind the record of a line nothing. */
    private void checkEnd(Segment segment, int length) {
        boolean single = options.parsing() == Parsing.SINGLERECORD;
        int ahead = length;
        while (single && window.fill(ahead + 1) && coding.isBreak(window.bytes()[window.start() + ahead])) {
            ahead++;
        }
        if (single && !window.fill(ahead + 1)) {
            return;
        }
        window.fill(length + 20);
        int from = window.start() + length;
        int to = from;
        while (to < Math.min(window.limit(), from + 20) && (to == from || !coding.isBreak(window.bytes()[to]))) {
            to++;
        }
        int expected = coding.count(window.bytes(), window.start(), from);
        throw fault(
                expected + 1,
                "the record of kind '" + segment.id() + "' is longer than its " + expected + " characters: '"
                        + coding.text(window.bytes(), from, to).strip() + "' follows",
                single ? "check the schema" : "check the schema, or read with recordParsing=\"lenient\"");
    }

    private void passBreak(Segment segment, boolean line) {
        if (!window.fill(1)) {
            return;
        }
        window.fill(2);
        byte[] bytes = window.bytes();
        if (coding.isBreak(bytes[window.start()])) {
            window.moveTo(coding.behindBreak(bytes, window.start(), window.limit()));
        } else if (!(bytes[window.start()] == 0x1a && !window.fill(2)) && !line) {
            throw fault(
                    segment.length() + 1,
                    "no line break follows the record of kind '" + segment.id() + "'",
                    "check the lengths in the schema, or read with recordParsing=\"noTerminator\"");
        }
    }

    /** None of the kinds that may follow is next. */
    FormatException unexpected(List<String> expected) {
        boolean ended = atEnd(false);
        window.fill(coding.longest(20));
        int start = window.start();
        int end = start;
        while (end < Math.min(window.limit(), start + 20) && !coding.isBreak(window.bytes()[end])) {
            end++;
        }
        String begin = coding.text(window.bytes(), start, end);
        return fault(
                1,
                (ended ? "the document ends" : "found a record that starts with '" + begin + "'")
                        + (expected.isEmpty()
                                ? ", but no further record may follow"
                                : ", expected " + String.join(" or ", expected)),
                "check the order of records in the structure and the tags of the segments");
    }

    private FormatException fault(int column, String message, String hint) {
        return Faults.record(name, number, column, window.offset(), message, hint);
    }

    @Override
    public void close() {
        window.close();
    }
}
