package dev.hinny.http;

import java.io.IOException;
import java.io.InputStream;

/** A stream of the caller's. */
record StreamBody(InputStream stream, long length) implements Body {
    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            // the rest was not wanted, so neither is the reason why it cannot be closed
        }
    }
}
