package dev.hinny.http;

import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Headers that can still be changed. Every name and value is checked when it is put in; a bad one is an
 * {@link IllegalArgumentException}. For one thread; not to be used after {@link #build}.
 */
public final class HeadersBuilder {
    private final HttpHeaders netty;

    HeadersBuilder() {
        this(DefaultHttpHeadersFactory.headersFactory().newHeaders());
    }

    HeadersBuilder(HttpHeaders netty) {
        this.netty = netty;
    }

    /** Replaces all values of a header. */
    public HeadersBuilder set(String name, String value) {
        netty.set(name, value);
        return this;
    }

    /** Adds one more value. */
    public HeadersBuilder add(String name, String value) {
        netty.add(name, value);
        return this;
    }

    /** Adds all headers of another set. */
    public HeadersBuilder addAll(Headers others) {
        netty.add(others.netty());
        return this;
    }

    /** Removes all values of each header that the others name, then adds the others. */
    public HeadersBuilder setAll(Headers others) {
        others.names().forEach(netty::remove);
        return addAll(others);
    }

    /** Removes all values of a header. */
    public HeadersBuilder remove(String name) {
        netty.remove(name);
        return this;
    }

    /** Removes each header for which the test of name and value holds. */
    public HeadersBuilder removeIf(BiPredicate<String, String> test) {
        for (var entry : List.copyOf(netty.entries())) {
            if (test.test(entry.getKey(), entry.getValue())) {
                List<String> kept = netty.getAll(entry.getKey()).stream()
                        .filter(v -> !test.test(entry.getKey(), v))
                        .toList();
                netty.remove(entry.getKey());
                if (!kept.isEmpty()) {
                    netty.add(entry.getKey(), kept);
                }
            }
        }
        return this;
    }

    /** The first value of a header as it stands now. */
    public Optional<String> first(String name) {
        return Optional.ofNullable(netty.get(name));
    }

    public boolean contains(String name) {
        return netty.contains(name);
    }

    /** The headers as they stand now, for reading; later changes show through. */
    public Headers view() {
        return new Headers(netty);
    }

    /** The finished headers. */
    public Headers build() {
        return new Headers(netty);
    }
}
