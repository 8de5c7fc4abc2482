package dev.hinny.runtime.engine.store;

import dev.hinny.runtime.api.store.DurableQueue;
import dev.hinny.runtime.api.store.ObjectStore;
import dev.hinny.runtime.api.store.Stores;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Stores that last as long as the process: for tests and checks. */
public final class MemoryStores implements Stores {
    private final Clock clock;
    private final Map<String, ObjectStore> objects = new ConcurrentHashMap<>();
    private final Map<String, DurableQueue> queues = new ConcurrentHashMap<>();

    public MemoryStores(Clock clock) {
        this.clock = clock;
    }

    @Override
    public ObjectStore objects(String name, ObjectStore.Settings settings) {
        return objects.computeIfAbsent(name, _ -> new MapStore(new ConcurrentHashMap<>(), settings, clock, () -> {}));
    }

    @Override
    public DurableQueue queue(String name, boolean persistent, long capacity) {
        return queues.computeIfAbsent(name, _ -> new MapQueue(new ConcurrentHashMap<>(), capacity, () -> {}));
    }

    @Override
    public void close() {
        objects.clear();
        queues.clear();
    }
}
