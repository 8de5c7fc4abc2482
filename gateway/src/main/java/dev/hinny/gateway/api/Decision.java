package dev.hinny.gateway.api;

import dev.hinny.http.Response;

/** What a {@link Check} decides on a request. */
public sealed interface Decision {
    /** The request may go on. */
    Decision CONTINUE = new Continue();

    /** The request ends here with this answer. */
    static Decision refuse(Response response) {
        return new Refuse(response);
    }

    /** See {@link #CONTINUE}. */
    record Continue() implements Decision {}

    /** See {@link #refuse}. */
    record Refuse(Response response) implements Decision {}
}
