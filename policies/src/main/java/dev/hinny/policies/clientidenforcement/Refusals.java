package dev.hinny.policies.clientidenforcement;

import dev.hinny.gateway.api.Decision;
import dev.hinny.http.Response;

/** The 401 answers. They do not say what was wrong, so that nobody can find out which client ids exist. */
final class Refusals {
    private static final Response UNAUTHORIZED = Response.json(401, "{\"error\":\"Authentication Attempt Failed\"}");

    static final Decision CUSTOM =
            Decision.refuse(UNAUTHORIZED.withHeader("www-authenticate", "Client-ID-Enforcement"));
    static final Decision BASIC =
            Decision.refuse(UNAUTHORIZED.withHeader("www-authenticate", "Basic realm=\"mule-realm\""));

    private Refusals() {}
}
