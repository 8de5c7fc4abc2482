package dev.hinny.http;

/** Sees, and may change, the head of a forwarded response. Called on the event loop; must not block. */
public interface ResponseHook {
    ResponseHook NONE = new ResponseHook() {};

    /** Before the head is written; also for the 502, 503 and 504 answers that no upstream sent. */
    default void onHead(ResponseHead head) {}

    /** When the exchange is over. */
    default void onEnd(ExchangeEnd end) {}
}
