package dev.hinny.http;

/** Changes a request's head before it is forwarded. Called once, on the event loop; must not block. */
@FunctionalInterface
public interface Rewrite {
    Rewrite NONE = head -> {};

    void apply(ForwardHead head);
}
