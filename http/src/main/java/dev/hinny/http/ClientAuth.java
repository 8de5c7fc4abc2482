package dev.hinny.http;

/** Whether a server asks its clients for a certificate. */
public enum ClientAuth {
    NONE,
    /** Asks; a client without a certificate is served, one with an untrusted certificate is refused. */
    WANT,
    /** Asks; only clients with a trusted certificate are served. */
    NEED,
    /** Asks and serves everybody; {@link TlsInfo#verification} says what came of it. */
    REPORT
}
