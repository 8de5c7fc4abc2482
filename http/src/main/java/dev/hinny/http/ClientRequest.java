package dev.hinny.http;

import java.net.URI;
import java.time.Duration;

/**
 * A request to send. {@code Host} is set where it is missing; framing headers are set by the client.
 *
 * @param uri absolute, {@code http} or {@code https}; sent as it is escaped
 * @param responseTimeout in place of the client's; zero for the client's
 */
public record ClientRequest(String method, URI uri, Headers headers, Body body, Duration responseTimeout) {
    public ClientRequest {
        String scheme = uri.getScheme();
        if (uri.getHost() == null || !"http".equalsIgnoreCase(scheme) && !"https".equalsIgnoreCase(scheme)) {
            throw new IllegalArgumentException(
                    "found the address '" + uri + "', expected http://host... or https://host...");
        }
    }

    public static ClientRequest of(String method, String uri) {
        return new ClientRequest(method, URI.create(uri), Headers.empty(), Body.empty(), Duration.ZERO);
    }

    public static ClientRequest get(String uri) {
        return of("GET", uri);
    }

    public ClientRequest withHeader(String name, String value) {
        return withHeaders(headers.toBuilder().set(name, value).build());
    }

    public ClientRequest withHeaders(Headers others) {
        return new ClientRequest(method, uri, others, body, responseTimeout);
    }

    public ClientRequest withBody(Body other) {
        return new ClientRequest(method, uri, headers, other, responseTimeout);
    }

    public ClientRequest withResponseTimeout(Duration timeout) {
        return new ClientRequest(method, uri, headers, body, timeout);
    }

    boolean https() {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    int port() {
        return uri.getPort() > 0 ? uri.getPort() : https() ? 443 : 80;
    }

    String host() {
        String host = uri.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    String authority() {
        boolean usual = port() == (https() ? 443 : 80);
        return usual ? uri.getHost() : uri.getHost() + ":" + port();
    }

    String target() {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }
}
