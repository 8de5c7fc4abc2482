package dev.hinny.http;

import java.util.Optional;

/** Told of failures whose cause a client must not see. Called on the thread that failed; must not block. */
@FunctionalInterface
public interface ErrorListener {
    ErrorListener NONE = (request, failure) -> {};

    /** The request is empty where the failure belongs to none, for example in a TLS handshake. */
    void onError(Optional<Request> request, Throwable failure);
}
