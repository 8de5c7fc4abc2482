package dev.hinny.lang.engine.format;

import dev.hinny.base.MediaType;
import dev.hinny.lang.engine.value.Value;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * A data format: reads bytes into values and writes values as bytes. Implementations are found with
 * {@link java.util.ServiceLoader}, have no state and are safe for use by several threads.
 */
public interface Format {
    /** How many arrays, objects or elements may lie in each other in a document, whatever its format. */
    int MAX_DEPTH = 1000;

    /** The short name that {@code output json} uses. */
    String id();

    /**
     * Media types it serves, the main one first. Ranges are {@code type/*} and {@code *}{@code /subtype}; structured suffixes
     * such as {@code +json} are found by the short name.
     */
    List<MediaType> mediaTypes();

    /** File name endings without dot, for inputs that name no media type. */
    List<String> extensions();

    /** What may stand behind the media type in {@code input} and {@code output}. */
    List<FormatOption> options();

    /** Whether a document of this format is text; {@code write} in a script then returns text instead of bytes. */
    default boolean isText() {
        return true;
    }

    /**
     * Reads a document. May return a lazy value that reads on while it is used.
     *
     * @throws FormatException when the bytes are not of this format: says where (line and column or byte offset)
     */
    Value read(ByteSource source, FormatContext context);

    /**
     * What a document that is about to be written is called: the context with its media type as readers need it, such as with
     * the boundary between parts. Called before {@link #write}, which then gets this context.
     */
    default FormatContext prepare(FormatContext context) {
        return context;
    }

    /**
     * Writes a document; does not close the stream.
     *
     * @throws FormatException when the value has no form in this format: says which part (path) and why
     */
    void write(Value value, OutputStream out, FormatContext context) throws IOException;
}
