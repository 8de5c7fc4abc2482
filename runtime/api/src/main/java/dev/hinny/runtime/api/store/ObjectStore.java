package dev.hinny.runtime.api.store;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Keys with values as bytes. What {@link #put} returned from is durable when the store is persistent. Every method throws
 * {@link StoreUnavailableException} when the store cannot be reached.
 *
 * @see <a href="https://docs.mulesoft.com/object-store-connector/latest">Object Store</a>
 */
public interface ObjectStore {
    Optional<Entry> get(String key);

    void put(String key, Entry entry);

    /** Stores only where the key is free; returns whether it did. Atomic. */
    boolean putIfAbsent(String key, Entry entry);

    /** Removes and returns. Atomic. */
    Optional<Entry> remove(String key);

    boolean contains(String key);

    /** Keys in ascending order. */
    List<String> keys();

    void clear();

    /** A stored document with its media type. */
    record Entry(byte[] bytes, String mediaType) {}

    /**
     * How a store keeps its entries.
     *
     * @param timeToLive zero: entries do not expire
     * @param maximumEntries 0: no bound; else the oldest are dropped
     */
    record Settings(boolean persistent, Duration timeToLive, long maximumEntries) {}
}
