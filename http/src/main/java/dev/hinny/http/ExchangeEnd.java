package dev.hinny.http;

import java.time.Duration;
import java.util.Optional;

/**
 * How the exchange of one request and its response ended, as seen by the server.
 *
 * @param status of the response; 0 where none was begun
 * @param requestBytes bytes of the request's body that were received
 * @param responseBytes bytes of the response's body that were written
 * @param duration from the complete request head to the last byte of the response handed to the socket
 * @param upstream the destination that answered a {@link Forward}
 * @param failure why it did not end well; a broken connection is an {@link java.io.IOException}
 */
public record ExchangeEnd(
        int status,
        long requestBytes,
        long responseBytes,
        Duration duration,
        Optional<Destination> upstream,
        Optional<Throwable> failure) {}
