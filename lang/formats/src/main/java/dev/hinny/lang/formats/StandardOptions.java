package dev.hinny.lang.formats;

import dev.hinny.base.Problem;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.engine.format.FormatOption;
import dev.hinny.lang.engine.format.FormatOption.Use;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.StringValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Properties and limits that several formats share. */
public final class StandardOptions {
    public static final FormatOption BUFFER_SIZE = new FormatOption(
            "bufferSize", Use.WRITE, NumberValue.of(8192), "Size of the writer's buffer in bytes, more than 8.");
    public static final FormatOption DEFERRED =
            new FormatOption("deferred", Use.WRITE, BooleanValue.FALSE, "Write while the result is read, not before.");
    public static final FormatOption ENCODING =
            new FormatOption("encoding", Use.BOTH, StringValue.of("UTF-8"), "Character encoding of the document.");

    /** Documents up to this many bytes are held in memory; larger ones are read again each time they are iterated. */
    public static final long IN_MEMORY = 8L << 20;

    private StandardOptions() {}

    /**
     * Bytes that a writer collects.
     *
     * @throws FormatException when the property is 8 or less
     */
    public static int bufferSize(FormatContext context) {
        int size = context.number("bufferSize", 8192);
        if (size <= 8) {
            throw new FormatException(Problem.error(
                    "BAD-OPTION", null, "'bufferSize' must be more than 8, found " + size, "leave it out for 8192"));
        }
        return Math.min(size, 1 << 24);
    }

    /** Most bytes that one row, line or event may take: 256 MB, or an eighth of the heap where that is less. */
    public static int longestItem() {
        return (int) Math.min(1 << 28, Runtime.getRuntime().maxMemory() / 8);
    }

    /** Size of the document when it is, or may well be, held in memory; else -1. */
    public static long held(ByteSource source) {
        return inMemory(source) ? source.size() : -1;
    }

    /** Whether the document is, or may well be, held in memory. */
    public static boolean inMemory(ByteSource source) {
        return source instanceof ByteSource.Memory || (source.size() >= 0 && source.size() <= IN_MEMORY);
    }

    /**
     * All bytes of a document that has to be held.
     *
     * @throws FormatException when it takes more than a quarter of the heap
     */
    public static byte[] whole(ByteSource source, FormatContext context) {
        if (source instanceof ByteSource.Memory(byte[] bytes)) {
            return bytes;
        }
        int most = (int) Math.min(Integer.MAX_VALUE - 16, Runtime.getRuntime().maxMemory() / 4);
        if (source.size() <= most) {
            try (InputStream in = source.open()) {
                byte[] bytes = in.readNBytes(most);
                if (bytes.length < most || in.read() < 0) {
                    return bytes;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new FormatException(Problem.error(
                "TOO-LONG",
                null,
                "'" + context.name() + "' has more than " + most + " bytes, and '"
                        + context.mediaType().essence() + "' is read as a whole",
                "give the process more memory, or read it in a format that streams"));
    }
}
