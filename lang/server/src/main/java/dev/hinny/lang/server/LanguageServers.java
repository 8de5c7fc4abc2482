package dev.hinny.lang.server;

import java.io.InputStream;
import java.io.OutputStream;

/** Starts language servers. */
public final class LanguageServers {
    private LanguageServers() {}

    /** Serves one client until it leaves; returns the exit status. */
    public static int serve(InputStream in, OutputStream out) {
        return 1;
    }
}
