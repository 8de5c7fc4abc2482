package dev.hinny.gateway.engine;

import dev.hinny.gateway.api.ResponseView;
import dev.hinny.http.HeadersBuilder;
import dev.hinny.http.ResponseHead;

/** A response that streams through the proxy. */
record ForwardView(ResponseHead head) implements ResponseView {
    @Override
    public int status() {
        return head.status();
    }

    @Override
    public HeadersBuilder headers() {
        return head.headers();
    }
}
