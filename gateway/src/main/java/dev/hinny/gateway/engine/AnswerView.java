package dev.hinny.gateway.engine;

import dev.hinny.gateway.api.ResponseView;
import dev.hinny.http.HeadersBuilder;
import dev.hinny.http.Response;
import org.jspecify.annotations.Nullable;

/** A response that is in this process; its headers are copied once somebody asks to change them. */
final class AnswerView implements ResponseView {
    private final Response response;
    private @Nullable HeadersBuilder headers;

    AnswerView(Response response) {
        this.response = response;
    }

    @Override
    public int status() {
        return response.status();
    }

    @Override
    public HeadersBuilder headers() {
        HeadersBuilder builder = headers;
        if (builder == null) {
            builder = response.headers().toBuilder();
            headers = builder;
        }
        return builder;
    }

    Response result() {
        return headers == null ? response : response.withHeaders(headers.build());
    }
}
