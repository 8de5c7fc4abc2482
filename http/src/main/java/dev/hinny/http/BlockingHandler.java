package dev.hinny.http;

/** Answers a request on a virtual thread of its own, where it may block. */
@FunctionalInterface
public interface BlockingHandler {
    /** An exception becomes a 500 answer, a {@link BodyTooLargeException} a 413. */
    Response handle(Request request) throws Exception;
}
