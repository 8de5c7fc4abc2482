package dev.hinny.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.AsciiString;
import java.util.Locale;
import java.util.Set;

/** What a proxy takes off a message and puts on it (RFC 9110, 7.6.1; RFC 7239). */
final class HopByHop {
    private static final AsciiString KEEP_ALIVE = AsciiString.cached("keep-alive");
    private static final AsciiString PROXY_CONNECTION = AsciiString.cached("proxy-connection");
    private static final AsciiString FOR = AsciiString.cached("x-forwarded-for");
    private static final AsciiString PROTO = AsciiString.cached("x-forwarded-proto");
    private static final AsciiString HOST = AsciiString.cached("x-forwarded-host");
    private static final AsciiString PORT = AsciiString.cached("x-forwarded-port");
    private static final AsciiString FORWARDED = AsciiString.cached("forwarded");
    /** Never taken off, whatever Connection names: they frame and address the message. */
    private static final Set<String> KEPT = Set.of("host", "content-length", "transfer-encoding", "connection");

    private HopByHop() {}

    /** Transfer-Encoding stays: it says how the body that follows is to be framed. */
    static void strip(HttpHeaders headers) {
        String connection = headers.get(HttpHeaderNames.CONNECTION);
        if (connection != null) {
            if (!HttpHeaderValues.KEEP_ALIVE.contentEqualsIgnoreCase(connection)
                    && !HttpHeaderValues.CLOSE.contentEqualsIgnoreCase(connection)) {
                for (String line : headers.getAll(HttpHeaderNames.CONNECTION)) {
                    for (String name : line.split(",")) {
                        String trimmed = name.trim();
                        if (!trimmed.isEmpty() && !KEPT.contains(trimmed.toLowerCase(Locale.ROOT))) {
                            headers.remove(trimmed);
                        }
                    }
                }
            }
            headers.remove(HttpHeaderNames.CONNECTION);
        }
        headers.remove(KEEP_ALIVE);
        headers.remove(PROXY_CONNECTION);
        headers.remove(HttpHeaderNames.PROXY_AUTHENTICATE);
        headers.remove(HttpHeaderNames.PROXY_AUTHORIZATION);
        headers.remove(HttpHeaderNames.TE);
        headers.remove(HttpHeaderNames.TRAILER);
        headers.remove(HttpHeaderNames.UPGRADE);
    }

    static void forwarded(HttpHeaders headers, Request request, ForwardOptions.ForwardedHeaders mode) {
        if (mode == ForwardOptions.ForwardedHeaders.KEEP) {
            return;
        }
        ConnectionInfo connection = request.connection();
        String client = connection.remoteHost();
        boolean append = mode == ForwardOptions.ForwardedHeaders.APPEND;
        String before = append ? headers.get(FOR) : null;
        headers.set(FOR, before == null ? client : String.join(", ", headers.getAll(FOR)) + ", " + client);
        if (!append || !headers.contains(PROTO)) {
            headers.set(PROTO, connection.scheme());
        }
        String host = request.authority();
        if (!append || !headers.contains(HOST)) {
            headers.set(HOST, host);
        }
        if (!append || !headers.contains(PORT)) {
            headers.set(PORT, connection.localPort());
        }
        if (!append) {
            headers.remove(FORWARDED);
        }
        if (mode == ForwardOptions.ForwardedHeaders.REPLACE_WITH_STANDARD) {
            String node = client.indexOf(':') < 0 ? client : "\"[" + client + "]\"";
            String quoted = host.replace("\\", "").replace("\"", "");
            headers.set(FORWARDED, "for=" + node + ";proto=" + connection.scheme() + ";host=\"" + quoted + "\"");
        }
    }
}
