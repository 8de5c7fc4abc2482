package dev.hinny.connectors.http;

import dev.hinny.base.MediaType;
import dev.hinny.http.Request;
import dev.hinny.http.TlsInfo;
import dev.hinny.http.Version;
import dev.hinny.lang.engine.format.TypedValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.JavaValue;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a flow sees of a request besides its body, under the names that Mule gives them. */
final class RequestAttributes {
    private RequestAttributes() {}

    static TypedValue of(Request request, Match match, String basePath) {
        String path = request.path();
        String base = PathPattern.join(basePath, "");
        boolean below = !base.equals("/") && path.startsWith(base);
        String query = decode(request.rawQuery());
        List<Entry> entries = new ArrayList<>();
        entries.add(text("method", request.method()));
        entries.add(text("scheme", request.scheme()));
        entries.add(text("version", version(request.version())));
        entries.add(text("listenerPath", match.route().path.text()));
        entries.add(text("relativePath", below ? path.substring(base.length()) : path));
        entries.add(text("requestPath", path));
        entries.add(text("rawRequestPath", request.rawPath()));
        entries.add(Entry.of(
                "maskedRequestPath",
                match.route().path.rest(path).map(v -> (Value) StringValue.of(v)).orElse(NullValue.NULL)));
        entries.add(text("requestUri", request.rawQuery().isEmpty() ? path : path + "?" + query));
        entries.add(text(
                "rawRequestUri",
                request.rawQuery().isEmpty() ? request.rawPath() : request.rawPath() + "?" + request.rawQuery()));
        entries.add(text("queryString", query));
        entries.add(Entry.of("queryParams", Fields.parameters(request.query().asMap())));
        entries.add(Entry.of("uriParams", Fields.of(match.uriParams())));
        entries.add(Entry.of("headers", Fields.headers(request.headers())));
        entries.add(text("localAddress", address(request.local())));
        entries.add(text("remoteAddress", address(request.remote())));
        entries.add(Entry.of(
                "clientCertificate",
                request.tls()
                        .map(TlsInfo::peerCertificates)
                        .filter(chain -> !chain.isEmpty())
                        .map(chain -> (Value) JavaValue.of(chain.getFirst()))
                        .orElse(NullValue.NULL)));
        return TypedValue.of(ObjectValue.of(entries), MediaType.JAVA);
    }

    private static String address(InetSocketAddress address) {
        return address.getAddress() == null
                ? address.getHostString() + ":" + address.getPort()
                : "/" + address.getAddress().getHostAddress() + ":" + address.getPort();
    }

    private static String version(Version version) {
        return version == Version.HTTP_1_1 ? "HTTP/1.1" : version.toString();
    }

    private static String decode(String query) {
        try {
            return URLDecoder.decode(query, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return query;
        }
    }

    private static Entry text(String name, String value) {
        return Entry.of(name, StringValue.of(value));
    }
}
