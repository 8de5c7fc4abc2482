package dev.hinny.http;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One request as a server received it.
 *
 * <p>Everything but the attributes and the body is immutable; the {@code with} methods make changed copies that share
 * attributes and connection. Handed from the event loop to at most one virtual thread; not for several threads at once.
 * After a handler returned a {@link Forward}, the headers are those sent upstream.
 */
public final class Request {
    private final String method;
    private final String target;
    private final Version version;
    private final Headers headers;
    private final Body body;
    private final ConnectionInfo connection;
    private final Shared shared;
    private final String rawPath;
    private final String rawQuery;
    private final @Nullable String targetAuthority;
    private @Nullable String path;
    private @Nullable Query query;

    /** What copies of a request have in common. */
    static final class Shared {
        final long startNanos;

        @Nullable
        Map<Attribute<?>, Object> attributes;

        @Nullable
        List<Consumer<ExchangeEnd>> onEnd;

        Shared(long startNanos) {
            this.startNanos = startNanos;
        }
    }

    Request(
            String method,
            String target,
            Version version,
            Headers headers,
            Body body,
            ConnectionInfo connection,
            Shared shared) {
        this.method = method;
        this.target = target;
        this.version = version;
        this.headers = headers;
        this.body = body;
        this.connection = connection;
        this.shared = shared;
        String rest = target;
        String authority = null;
        if (!target.isEmpty() && target.charAt(0) != '/') {
            int scheme = target.indexOf("://");
            if (scheme > 0) {
                int start = scheme + 3;
                int end = start;
                while (end < target.length() && "/?#".indexOf(target.charAt(end)) < 0) {
                    end++;
                }
                authority = target.substring(start, end);
                rest = target.substring(end);
                rest = rest.startsWith("/") ? rest : "/" + rest;
            }
        }
        int hash = rest.indexOf('#');
        rest = hash < 0 ? rest : rest.substring(0, hash);
        int question = rest.indexOf('?');
        this.rawPath = question < 0 ? rest : rest.substring(0, question);
        this.rawQuery = question < 0 ? "" : rest.substring(question + 1);
        this.targetAuthority = authority;
    }

    /** A request that did not come over the network: for dry runs and tests. */
    public static Request of(String method, String target, Headers headers, Body body) {
        return new Request(
                method, target, Version.HTTP_1_1, headers, body, ConnectionInfo.NONE, new Shared(System.nanoTime()));
    }

    /** The method, upper case where it is a standard one; any token is possible. */
    public String method() {
        return method;
    }

    /** The target as it was sent: usually path and query, an absolute URI from clients of a proxy, or {@code *}. */
    public String target() {
        return target;
    }

    /** The path as it was sent, not decoded; {@code *} for that target. Dot segments are kept. */
    public String rawPath() {
        return rawPath;
    }

    /** The path with its escapes decoded as UTF-8. Dot segments are kept. */
    public String path() {
        String p = path;
        if (p == null) {
            p = Percent.decode(rawPath, false);
            path = p;
        }
        return p;
    }

    /** The query as it was sent, without the question mark; empty where there is none. */
    public String rawQuery() {
        return rawQuery;
    }

    /** The query's parameters. */
    public Query query() {
        Query q = query;
        if (q == null) {
            q = Query.parse(rawQuery);
            query = q;
        }
        return q;
    }

    /** {@code http} or {@code https}, by the connection. */
    public String scheme() {
        return connection.scheme();
    }

    /** The host and port that the client asked for: of an absolute target, else the Host header; may be empty. */
    public String authority() {
        return targetAuthority != null ? targetAuthority : headers.first("host", "");
    }

    /** The host of {@link #authority} without port, in lower case. */
    public String host() {
        String authority = authority();
        int at = authority.indexOf('@') + 1;
        int end = authority.startsWith("[", at) ? authority.indexOf(']', at) + 1 : authority.indexOf(':', at);
        String host = end <= 0 ? authority.substring(at) : authority.substring(at, end);
        return host.toLowerCase(java.util.Locale.ROOT);
    }

    public Version version() {
        return version;
    }

    public Headers headers() {
        return headers;
    }

    /** The body, to be read once; empty where none was sent. */
    public Body body() {
        return body;
    }

    public ConnectionInfo connection() {
        return connection;
    }

    /** The client's address. */
    public InetSocketAddress remote() {
        return connection.remote();
    }

    /** The address that the client connected to. */
    public InetSocketAddress local() {
        return connection.local();
    }

    public Optional<TlsInfo> tls() {
        return connection.tls();
    }

    /** {@link System#nanoTime} when the head had been read. */
    public long startNanos() {
        return shared.startNanos;
    }

    /** What was left under the key. */
    @SuppressWarnings("unchecked")
    public <T> Optional<T> attribute(Attribute<T> key) {
        return shared.attributes == null ? Optional.empty() : Optional.ofNullable((T) shared.attributes.get(key));
    }

    /** Leaves a value under the key, in place of an earlier one. Seen by all copies of this request. */
    public <T> void attribute(Attribute<T> key, T value) {
        Map<Attribute<?>, Object> attributes = shared.attributes;
        if (attributes == null) {
            attributes = new IdentityHashMap<>(4);
            shared.attributes = attributes;
        }
        attributes.put(key, value);
    }

    /**
     * Calls back on the event loop, which must not be blocked, when the response has been written or the exchange was
     * broken off, whatever the outcome. To be called before the handler returns.
     */
    public void onEnd(Consumer<ExchangeEnd> listener) {
        List<Consumer<ExchangeEnd>> listeners = shared.onEnd;
        if (listeners == null) {
            listeners = new ArrayList<>(1);
            shared.onEnd = listeners;
        }
        listeners.add(listener);
    }

    Shared shared() {
        return shared;
    }

    public Request withTarget(String other) {
        return new Request(method, other, version, headers, body, connection, shared);
    }

    public Request withHeaders(Headers others) {
        return new Request(method, target, version, others, body, connection, shared);
    }

    public Request withBody(Body other) {
        return new Request(method, target, version, headers, other, connection, shared);
    }

    @Override
    public String toString() {
        return method + " " + target;
    }
}
