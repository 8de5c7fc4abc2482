package dev.hinny.http;

import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * An ordered multimap of header names and values whose names are compared without case (RFC 9110, 5.1).
 *
 * <p>Cannot be changed through this type; {@link #toBuilder} starts a changed copy. Names are tokens and values have no
 * CR, LF or NUL: what a builder refuses cannot be in here. Values are as they were sent; repeated headers stay apart.
 * Safe for use by several threads once it was built.
 */
public final class Headers implements Iterable<Map.Entry<String, String>> {
    private static final Headers EMPTY = new Headers(EmptyHttpHeaders.INSTANCE);

    private final HttpHeaders netty;

    Headers(HttpHeaders netty) {
        this.netty = netty;
    }

    /** No header at all. */
    public static Headers empty() {
        return EMPTY;
    }

    /** One header. Fails with {@link IllegalArgumentException} for a bad name or value. */
    public static Headers of(String name, String value) {
        return builder().add(name, value).build();
    }

    /** Two headers. */
    public static Headers of(String name, String value, String name2, String value2) {
        return builder().add(name, value).add(name2, value2).build();
    }

    /** A builder without headers. */
    public static HeadersBuilder builder() {
        return new HeadersBuilder();
    }

    /** A builder that starts with a copy of these headers. */
    public HeadersBuilder toBuilder() {
        return new HeadersBuilder().addAll(this);
    }

    /** The first value of a header. */
    public Optional<String> first(String name) {
        return Optional.ofNullable(netty.get(name));
    }

    /** The first value of a header, or the given one where it is not there. */
    public String first(String name, String otherwise) {
        String value = netty.get(name);
        return value == null ? otherwise : value;
    }

    /** All values of a header in their order; empty where it is not there. */
    public List<String> all(String name) {
        return netty.getAll(name);
    }

    public boolean contains(String name) {
        return netty.contains(name);
    }

    /** Whether a comma-separated header such as {@code Connection} names the token, without regard to case. */
    public boolean containsToken(String name, String token) {
        return netty.containsValue(name, token, true);
    }

    /** The names in their order and first spelling; each once per spelling. */
    public Set<String> names() {
        return netty.names();
    }

    /** How many headers there are, repeated ones counted each time. */
    public int size() {
        return netty.size();
    }

    public boolean isEmpty() {
        return netty.isEmpty();
    }

    /** Calls back for each header in order. */
    public void forEach(BiConsumer<String, String> each) {
        netty.iteratorCharSequence()
                .forEachRemaining(
                        e -> each.accept(e.getKey().toString(), e.getValue().toString()));
    }

    /** A copy of the headers as pairs, in order. */
    public List<Map.Entry<String, String>> entries() {
        return List.copyOf(new ArrayList<>(netty.entries()));
    }

    @Override
    public Iterator<Map.Entry<String, String>> iterator() {
        return entries().iterator();
    }

    HttpHeaders netty() {
        return netty;
    }

    @Override
    public String toString() {
        return netty.entries().toString();
    }
}
