package dev.hinny.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;

/**
 * The body of a request or response. One that came over the network, or that was made from a stream, can be read once.
 *
 * <p>Reading and writing block and belong on a virtual thread, never on an event loop. A body from the network holds
 * back its sender while it is not read.
 */
public sealed interface Body extends AutoCloseable permits BytesBody, StreamBody, WriterBody, ChannelBody {
    /** The body without a byte. */
    static Body empty() {
        return BytesBody.EMPTY;
    }

    /** A body of these bytes, which must not be changed afterwards. Can be read more than once. */
    static Body of(byte[] bytes) {
        return bytes.length == 0 ? BytesBody.EMPTY : new BytesBody(bytes);
    }

    /** A body of text. Can be read more than once. */
    static Body of(String text, Charset charset) {
        return of(text.getBytes(charset));
    }

    /** A body read from a stream, which is closed at its end. A length of -1 is unknown: sent in chunks. */
    static Body of(InputStream stream, long length) {
        return new StreamBody(stream, length);
    }

    /**
     * A body that is written while it is sent, on a virtual thread: for large and endless answers and for server-sent
     * events. The stream blocks while the peer does not keep up; {@link OutputStream#flush} sends what was written so
     * far. A failure of the writer after the first byte was sent breaks the connection off.
     */
    static Body writing(BodyWriter writer) {
        return new WriterBody(writer);
    }

    /** The length in bytes, or -1 where it is not known. */
    long length();

    /** The bytes, to be read on a virtual thread. Closing it before its end gives the rest up. */
    InputStream stream() throws IOException;

    /**
     * All bytes.
     *
     * @throws BodyTooLargeException where there are more than {@code limit}
     */
    default byte[] bytes(int limit) throws IOException {
        if (length() > limit) {
            throw new BodyTooLargeException(limit);
        }
        try (InputStream in = stream()) {
            byte[] bytes = in.readNBytes(limit);
            if (bytes.length == limit && in.read() >= 0) {
                throw new BodyTooLargeException(limit);
            }
            return bytes;
        }
    }

    /** All bytes as text; the limit is in bytes, as for {@link #bytes}. */
    default String text(int limit, Charset charset) throws IOException {
        return new String(bytes(limit), charset);
    }

    /** Copies all bytes to a stream, which stays open. */
    default void writeTo(OutputStream out) throws IOException {
        try (InputStream in = stream()) {
            in.transferTo(out);
        }
    }

    /** Gives up what was not read. */
    @Override
    default void close() {}
}
