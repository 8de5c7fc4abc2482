package dev.hinny.lang.formats.xml;

import dev.hinny.base.Problem;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.format.FormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * One pass over a document that is not kept: the parser sees a window of it. What does not end in the window is begun again with
 * more; a full window is left to the values that were read from it, and another one is opened.
 */
final class Feed implements AutoCloseable {
    private static final int WINDOW = 1 << 16;
    private static final int MAXIMUM_ITEM = 1 << 29;

    private final InputStream in;
    private final String name;
    private final XmlParser parser;
    private Fault.Place place = Fault.Place.START;

    Feed(ByteSource source, FormatContext context, ReadOptions options) {
        this.name = context.name();
        try {
            this.in = Encodings.utf8(source.open(), context.mediaType().charset());
        } catch (Fault e) {
            throw e.at(name, new byte[0], place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.parser = new XmlParser(new byte[WINDOW], 0, 0, false, new Names(), options);
    }

    XmlParser parser() {
        return parser;
    }

    /** Does one step of reading, again with more of the document when the window ends within it. */
    boolean step(BooleanSupplier step) {
        while (true) {
            int from = parser.at;
            int depth = parser.depth();
            try {
                return step.getAsBoolean();
            } catch (Fault e) {
                if (e != Fault.INCOMPLETE) {
                    throw e.at(name, parser.source, place);
                }
            }
            parser.at = from;
            parser.backTo(depth);
            more();
        }
    }

    private void more() {
        if (parser.limit == parser.source.length) {
            int from = parser.at;
            int kept = parser.limit - from;
            if (kept > MAXIMUM_ITEM) {
                throw new FormatException(Problem.error(
                        "TOO-LARGE",
                        null,
                        "one element has more than " + MAXIMUM_ITEM + " bytes",
                        "let collectionPath name the parent of smaller elements"));
            }
            byte[] window = new byte[Math.max(WINDOW, kept * 2)];
            System.arraycopy(parser.source, from, window, 0, kept);
            place = place.after(parser.source, from);
            parser.source = window;
            parser.at = 0;
            parser.limit = kept;
        }
        try {
            int count = in.read(parser.source, parser.limit, parser.source.length - parser.limit);
            if (count < 0) {
                parser.last = true;
            } else {
                parser.limit += count;
            }
        } catch (CharacterCodingException e) {
            throw new Fault(parser.limit, "found bytes that are no character of the document's encoding", "")
                    .at(name, Arrays.copyOf(parser.source, parser.limit), place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
