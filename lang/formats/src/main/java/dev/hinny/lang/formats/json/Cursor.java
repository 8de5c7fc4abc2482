package dev.hinny.lang.formats.json;

import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.Cleaner;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A walk through the members of a long document, of which a small window is in memory. Members are parsed one at a time; an
 * array or object too long for that is left where it is, as a value that walks by itself, and passed over.
 */
final class Cursor implements AutoCloseable {
    private static final Cleaner CLEANER = Cleaner.create();
    private static final int WINDOW = 1 << 16;
    private static final int LONGEST_PIECE = 1 << 20;
    private static final int FEW_WORDS = 256;

    private final Origin origin;
    private final InputStream in;

    /** Closes the stream, at the latest when nobody can walk on. */
    private final Cleaner.Cleanable closing;

    private final Parser parser = new Parser(FEW_WORDS);
    private byte[] window = new byte[WINDOW];
    private int at;
    private int end;
    private long base;
    private boolean last;

    /** Whether no member of the array or object we are in was met yet. */
    private boolean fresh;

    /** The depth of a long value that we stand before and that was handed out; -1 for none. */
    private int left = -1;

    Cursor(Origin origin, long offset) {
        this.origin = origin;
        this.in = origin.open(offset);
        this.closing = CLEANER.register(this, new Closing(in));
        this.base = offset;
    }

    /** The place in the document. */
    long offset() {
        return base + at;
    }

    /** The next byte that is no blank, -1 at the end. */
    int peek() {
        while (true) {
            parser.over(window, at, end, last);
            int b = parser.blank();
            at = parser.at();
            if (b >= 0 || last) {
                return b;
            }
            fill(1);
        }
    }

    private void fill(int more) {
        if (at > 0) {
            System.arraycopy(window, at, window, 0, end - at);
            base += at;
            end -= at;
            at = 0;
        }
        if (window.length - end < more) {
            window = Arrays.copyOf(window, Math.max(window.length * 2, end + more));
        }
        try {
            for (int wanted = end + more; end < wanted; ) {
                int count = in.read(window, end, window.length - end);
                if (count < 0) {
                    last = true;
                    return;
                }
                end += count;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Goes into the array or object that begins here. */
    void enter() {
        peek();
        at++;
        fresh = true;
    }

    /** Whether another member follows: then we stand before it, otherwise behind the closing bracket. */
    boolean more(char bracket) {
        if (left >= 0) {
            pass();
        }
        int b = peek();
        boolean isFirst = fresh;
        fresh = false;
        if (b == bracket) {
            at++;
            return false;
        }
        if (!isFirst) {
            if (b != ',') {
                throw unexpected("',' or '" + bracket + "'");
            }
            at++;
            peek();
        }
        return true;
    }

    /** Goes over a long value, member by member. */
    private void pass() {
        int depth = left;
        left = -1;
        boolean object = window[at] == '{';
        enter();
        while (more(object ? '}' : ']')) {
            if (object) {
                key();
            }
            value(depth + 1);
        }
        fresh = false;
    }

    /** The key before which we stand; we go behind its colon. */
    Key key() {
        if (peek() != '"') {
            throw unexpected("a key in quotes");
        }
        Key key = parsed(parser::name, false);
        return java.util.Objects.requireNonNull(key);
    }

    /** The value before which we stand. */
    Value value(int depth) {
        int b = peek();
        Tape piece = parsed(() -> parser.piece(depth), b == '[' || b == '{');
        if (piece != null) {
            return piece.value(0);
        }
        left = depth;
        return b == '['
                ? new StreamedArray(origin, offset(), depth, Schema.NONE)
                : new StreamedObject(origin, offset(), depth, Schema.NONE);
    }

    /** What the parser makes of the bytes here, of which there may have to be more; null when they are too many. */
    private <T> @Nullable T parsed(Supplier<T> parse, boolean mayBeLeft) {
        while (true) {
            parser.over(window, at, end, last);
            try {
                T made = parse.get();
                at = parser.at();
                return made;
            } catch (Unreadable e) {
                int have = end - at;
                if (e != Unreadable.MORE) {
                    throw fault(e.offset(), e);
                }
                if (mayBeLeft && have > LONGEST_PIECE) {
                    return null;
                }
                if (have > Tape.LIMIT) {
                    throw fault(at, new Unreadable("a value longer than " + Tape.LIMIT + " bytes", at));
                }
                fill(Math.max(1, have / 2));
            }
        }
    }

    /** Ends the walk behind the last member of a value at a depth; behind the document's own value nothing may follow. */
    void leave(int depth) {
        if (depth == 0) {
            finish();
        }
        close();
    }

    /** After the root: nothing may follow. */
    void finish() {
        if (peek() >= 0) {
            throw unexpected("the end of the document");
        }
        close();
    }

    private FormatException unexpected(String expected) {
        parser.over(window, at, end, last);
        return fault(at, parser.unexpected(expected));
    }

    private FormatException fault(int offset, Unreadable cause) {
        close();
        return origin.fault(base + offset, cause);
    }

    @Override
    public void close() {
        closing.clean();
    }

    private record Closing(InputStream in) implements Runnable {
        @Override
        public void run() {
            try {
                in.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
