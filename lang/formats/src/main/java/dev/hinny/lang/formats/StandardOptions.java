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

/** Properties and limits that several formats share. */
public final class StandardOptions {
    public static final FormatOption BUFFER_SIZE = new FormatOption(
            "bufferSize", Use.WRITE, NumberValue.of(8192), "Size of the writer's buffer in bytes, more than 8.");
    public static final FormatOption DEFERRED = new FormatOption(
            "deferred", Use.WRITE, BooleanValue.FALSE, "Write while the result is read, not before.");
    public static final FormatOption ENCODING =
            new FormatOption("encoding", Use.BOTH, StringValue.of("UTF-8"), "Character encoding of the document.");

    /** Documents up to this many bytes are held in memory; larger ones are read again each time they are iterated. */
    public static final long IN_MEMORY = 8L << 20;

    private StandardOptions() {}

    /** @throws FormatException when the property is 8 or less */
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

    /** Whether the document is, or may well be, held in memory. */
    public static boolean inMemory(ByteSource source) {
        return source instanceof ByteSource.Memory || (source.size() >= 0 && source.size() <= IN_MEMORY);
    }
}
