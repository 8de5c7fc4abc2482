package dev.hinny.gateway.api;

import dev.hinny.http.Attribute;
import dev.hinny.http.Headers;
import dev.hinny.http.HeadersBuilder;
import dev.hinny.http.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request on its way through the policies of an API. Used by one thread at a time: the event loop, then at most one virtual
 * thread.
 */
public final class Exchange {
    private static final String CORRELATION_ID = "x-correlation-id";

    private final Request request;
    private final ApiContext api;
    private final Contracts contracts;
    private @Nullable Headers changed;
    private @Nullable List<HeaderChange> changes;
    private Optional<ClientApplication> client = Optional.empty();
    private @Nullable String correlationId;

    public Exchange(Request request, ApiContext api, Contracts contracts) {
        this.request = request;
        this.api = api;
        this.contracts = contracts;
    }

    /** The request as the client sent it, without the header changes of policies. */
    public Request request() {
        return request;
    }

    public ApiContext api() {
        return api;
    }

    /** The contracts as they were when the request came in. */
    public Contracts contracts() {
        return contracts;
    }

    /** The client application, once a policy has identified it. */
    public Optional<ClientApplication> client() {
        return client;
    }

    /** Tells the policies further in who the client is. */
    public void identify(ClientApplication application) {
        client = Optional.of(application);
    }

    /** The request's headers with the changes made so far: what the API will see. */
    public Headers headers() {
        return changed == null ? request.headers() : changed;
    }

    /** Replaces all values of a header for whatever is further in. {@link IllegalArgumentException} for a bad name or value. */
    public Exchange setHeader(String name, String value) {
        return change(new HeaderChange.Set(name, value));
    }

    /** Adds one more value to a header. */
    public Exchange addHeader(String name, String value) {
        return change(new HeaderChange.Add(name, value));
    }

    /** Removes all values of a header. */
    public Exchange removeHeader(String name) {
        return change(new HeaderChange.Remove(name));
    }

    private Exchange change(HeaderChange change) {
        HeadersBuilder builder = headers().toBuilder();
        change.apply(builder);
        changed = builder.build();
        List<HeaderChange> all = changes;
        if (all == null) {
            all = new ArrayList<>(2);
            changes = all;
        }
        all.add(change);
        return this;
    }

    /** Whether a policy has changed the headers. */
    public boolean hasChanges() {
        return changes != null;
    }

    /** Makes the changes so far on another copy of the request's headers. */
    public void applyChanges(HeadersBuilder headers) {
        List<HeaderChange> all = changes;
        if (all != null) {
            all.forEach(change -> change.apply(headers));
        }
    }

    /** The request with the changed headers: what the API is handed. */
    public Request forwarded() {
        return changed == null ? request : request.withHeaders(changed);
    }

    /** What was left under the key by an earlier policy; the API's own handler sees it on the request. */
    public <T> Optional<T> attribute(Attribute<T> key) {
        return request.attribute(key);
    }

    public <T> void attribute(Attribute<T> key, T value) {
        request.attribute(key, value);
    }

    /** The caller's {@code X-Correlation-ID}, or a fresh one, which then is also set on the request that the API sees. */
    public String correlationId() {
        String id = correlationId;
        if (id == null) {
            id = headers().first(CORRELATION_ID, "").strip();
            if (id.isEmpty()) {
                id = UUID.randomUUID().toString();
                setHeader(CORRELATION_ID, id);
            }
            correlationId = id;
        }
        return id;
    }
}
