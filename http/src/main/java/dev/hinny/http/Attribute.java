package dev.hinny.http;

/**
 * A typed key for things that one link of a chain leaves on a {@link Request} for a later one. Keys are compared by
 * identity: keep each in a constant.
 *
 * @param <T> what is kept under the key
 */
public final class Attribute<T> {
    private final String name;

    private Attribute(String name) {
        this.name = name;
    }

    /** A new key; the name is for people only. */
    public static <T> Attribute<T> named(String name) {
        return new Attribute<>(name);
    }

    @Override
    public String toString() {
        return name;
    }
}
