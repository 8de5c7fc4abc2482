package dev.hinny.http;

/** What a server does with its requests. */
@FunctionalInterface
public interface RequestHandler {
    /**
     * Decides on a request as soon as its head was read. Runs on the event loop that serves many connections and must
     * not block: no waiting, no file, no reading of the body. Work that may block is returned as {@link Handle}. An
     * exception becomes a 500 answer and is told to the {@link ErrorListener}.
     */
    Outcome onRequest(Request request);

    /** A handler that leaves every request to a virtual thread. */
    static RequestHandler blocking(BlockingHandler handler) {
        Handle handle = new Handle(handler);
        return request -> handle;
    }
}
