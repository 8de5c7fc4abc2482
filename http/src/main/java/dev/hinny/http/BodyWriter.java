package dev.hinny.http;

import java.io.OutputStream;

/** Writes a body while it is sent; runs on a virtual thread. */
@FunctionalInterface
public interface BodyWriter {
    void write(OutputStream out) throws Exception;
}
