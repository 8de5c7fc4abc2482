package dev.hinny.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a server refuses before any handler sees it (RFC 9112, 3.2, 6.1 and 6.3). */
final class RequestCheck {
    /** Status 0 where the request is in order; length -1 where the body is chunked. */
    record Verdict(
            int status,
            String title,
            String detail,
            Version version,
            long length,
            boolean keepAlive,
            boolean continueExpected) {}

    private RequestCheck() {}

    static Verdict of(HttpRequest head, boolean http2, ServerConfig config) {
        if (head.decoderResult().isFailure()) {
            return decoding(head.decoderResult().cause());
        }
        HttpHeaders headers = head.headers();
        HttpVersion protocol = head.protocolVersion();
        Version version =
                http2 ? Version.HTTP_2 : protocol.equals(HttpVersion.HTTP_1_1) ? Version.HTTP_1_1 : Version.HTTP_1_0;
        if (!http2 && protocol.majorVersion() != 1) {
            return no(505, "HTTP Version Not Supported", "found " + protocol.text() + ", expected HTTP/1.1 or HTTP/2");
        }
        if (head.method().name().equals("CONNECT")) {
            return no(501, "Not Implemented", "this server is no proxy for CONNECT");
        }
        if (!Targets.isAcceptable(head.method().name(), head.uri())) {
            return bad("the request target is malformed");
        }
        if (http2) {
            Http2Server.tidy(headers);
        }
        String hosts = host(headers, version);
        if (hosts != null) {
            return bad(hosts);
        }
        long length = length(headers, version);
        if (length < -1) {
            return bad("Content-Length or Transfer-Encoding is malformed");
        }
        if (config.maxBodySize() > 0 && length > config.maxBodySize()) {
            return no(
                    413,
                    "Content Too Large",
                    "the body has " + length + " bytes, " + config.maxBodySize() + " are accepted");
        }
        boolean waits = false;
        String expect = headers.get(HttpHeaderNames.EXPECT);
        if (expect != null) {
            if (!expect.equalsIgnoreCase("100-continue")) {
                return no(417, "Expectation Failed", "only 100-continue can be expected");
            }
            waits = length != 0 && version != Version.HTTP_1_0;
        }
        return new Verdict(0, "", "", version, length, keepAlive(headers, version), waits);
    }

    private static boolean keepAlive(HttpHeaders headers, Version version) {
        return switch (version) {
            case HTTP_2 -> true;
            case HTTP_1_1 ->
                !headers.contains(HttpHeaderNames.CONNECTION)
                        || !headers.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE, true);
            case HTTP_1_0 -> headers.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.KEEP_ALIVE, true);
        };
    }

    private static @Nullable String host(HttpHeaders headers, Version version) {
        List<String> hosts = headers.getAll(HttpHeaderNames.HOST);
        if (hosts.size() > 1) {
            return "there is more than one Host header";
        }
        if (hosts.isEmpty()) {
            return version == Version.HTTP_1_1 ? "the Host header is missing" : null;
        }
        String host = hosts.get(0);
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            if (c <= ' ' || c >= 127 || c == '/' || c == '?' || c == '#' || c == '@' || c == ',') {
                return "the Host header is malformed";
            }
        }
        return null;
    }

    /** -1 for chunks, -2 for nonsense. Several lengths were refused by the decoder. */
    private static long length(HttpHeaders headers, Version version) {
        String coding = headers.get(HttpHeaderNames.TRANSFER_ENCODING);
        List<String> lengths = headers.getAll(HttpHeaderNames.CONTENT_LENGTH);
        if (coding != null) {
            boolean chunked = coding.equalsIgnoreCase("chunked")
                    && headers.getAll(HttpHeaderNames.TRANSFER_ENCODING).size() == 1;
            return chunked && version != Version.HTTP_1_0 && lengths.isEmpty() ? -1 : -2;
        }
        if (lengths.isEmpty()) {
            return 0;
        }
        String text = lengths.get(0);
        if (lengths.size() > 1 || text.isEmpty() || text.length() > 18) {
            return -2;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return -2;
            }
        }
        return Long.parseLong(text);
    }

    private static Verdict decoding(Throwable cause) {
        if (cause instanceof TooLongHttpLineException) {
            return no(414, "URI Too Long", "the request line is longer than this server accepts");
        }
        if (cause instanceof TooLongHttpHeaderException) {
            return no(431, "Request Header Fields Too Large", "the headers are larger than this server accepts");
        }
        return bad("the request is malformed");
    }

    private static Verdict bad(String detail) {
        return no(400, "Bad Request", detail);
    }

    private static Verdict no(int status, String title, String detail) {
        return new Verdict(status, title, detail, Version.HTTP_1_1, 0, false, false);
    }
}
