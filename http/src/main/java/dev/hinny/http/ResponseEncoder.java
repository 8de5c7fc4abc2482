package dev.hinny.http;

import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseEncoder;

/** Netty's encoder, told by the exchange through the message's type when a head stands alone (answers to HEAD). */
final class ResponseEncoder extends HttpResponseEncoder {
    @Override
    protected boolean isContentAlwaysEmpty(HttpResponse message) {
        return message instanceof HeadOnly || super.isContentAlwaysEmpty(message);
    }
}
