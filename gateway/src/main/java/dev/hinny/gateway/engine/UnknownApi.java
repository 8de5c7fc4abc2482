package dev.hinny.gateway.engine;

/** What becomes of a request for an API that the gateway has no configuration of. */
public enum UnknownApi {
    /** 503: in a platform worker, so that no API is ever open before its policies are there. */
    REFUSE,
    /** Handled without policies: for an application that runs alone. */
    PASS
}
