package dev.hinny.gateway.api;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The approved contracts of an API, by client id. Immutable and thread-safe; a new snapshot makes a new one. */
public final class Contracts {
    private static final Contracts NONE = new Contracts(Map.of());

    private final Map<String, Entry> byClientId;

    private record Entry(Optional<ClientApplication> client, Optional<SecretHash> secret) {}

    private Contracts(Map<String, Entry> byClientId) {
        this.byClientId = byClientId;
    }

    public static Contracts none() {
        return NONE;
    }

    /** A contract whose hash cannot be read is kept: its client is known, but no secret fits. */
    public static Contracts of(Collection<ApiConfig.Contract> contracts) {
        Map<String, Entry> map = new HashMap<>();
        for (ApiConfig.Contract contract : contracts) {
            map.put(
                    contract.client().id(),
                    new Entry(Optional.of(contract.client()), SecretHash.parse(contract.secretHash())));
        }
        return new Contracts(map);
    }

    /** The client application that the id belongs to. */
    public Optional<ClientApplication> find(String clientId) {
        Entry entry = byClientId.get(clientId);
        return entry == null ? Optional.empty() : entry.client();
    }

    /** The client application, only if the secret is its own. */
    public Optional<ClientApplication> verify(String clientId, String secret) {
        Entry entry = byClientId.get(clientId);
        boolean fits = entry != null && entry.secret().isPresent() && entry.secret().get().matches(secret);
        return entry != null && fits ? entry.client() : Optional.empty();
    }

    /** Ids of the clients for which no secret can be verified, because the hash is of an unknown form. */
    public List<String> unverifiable() {
        return byClientId.entrySet().stream()
                .filter(e -> e.getValue().secret().isEmpty())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    public int size() {
        return byClientId.size();
    }
}
