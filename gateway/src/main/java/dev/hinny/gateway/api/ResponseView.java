package dev.hinny.gateway.api;

import dev.hinny.http.HeadersBuilder;

/** The head of a response on its way out. For the call that it is given to. */
public interface ResponseView {
    int status();

    /** The headers, open for changes; {@code Content-Length} and {@code Transfer-Encoding} must be left alone. */
    HeadersBuilder headers();
}
