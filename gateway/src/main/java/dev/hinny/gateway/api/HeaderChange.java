package dev.hinny.gateway.api;

import dev.hinny.http.HeadersBuilder;

/** A change of a request's headers, to be made again on the copy that is forwarded. */
sealed interface HeaderChange {
    record Set(String name, String value) implements HeaderChange {}

    record Add(String name, String value) implements HeaderChange {}

    record Remove(String name) implements HeaderChange {}

    default void apply(HeadersBuilder headers) {
        switch (this) {
            case Set(String name, String value) -> headers.set(name, value);
            case Add(String name, String value) -> headers.add(name, value);
            case Remove(String name) -> headers.remove(name);
        }
    }
}
