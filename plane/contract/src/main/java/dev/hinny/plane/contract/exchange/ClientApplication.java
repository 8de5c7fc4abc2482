package dev.hinny.plane.contract.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A consumer, with the credentials that it calls APIs with.
 *
 * @param clientSecret only in the answer that creates or resets it
 * @param coreServicesId the same as {@code clientId}: what contracts are searched by
 */
public record ClientApplication(
        long id,
        String name,
        String description,
        String url,
        List<String> redirectUri,
        String clientId,
        @Nullable String clientSecret,
        String coreServicesId,
        String owner,
        String createdAt) {
    @Override
    public String toString() {
        return "ClientApplication[clientId=" + clientId + "]";
    }
}
