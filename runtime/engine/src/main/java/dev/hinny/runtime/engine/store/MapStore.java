package dev.hinny.runtime.engine.store;

import dev.hinny.runtime.api.store.ObjectStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;

/** An object store over a map from keys to encoded entries. */
final class MapStore implements ObjectStore {
    private final Map<String, byte[]> map;
    private final Settings settings;
    private final Clock clock;
    private final Runnable commit;
    private final ReentrantLock lock = new ReentrantLock();
    private final TreeMap<Long, String> bySequence = new TreeMap<>();
    private long sequence;

    /** @param commit makes what was written durable */
    MapStore(Map<String, byte[]> map, Settings settings, Clock clock, Runnable commit) {
        this.map = map;
        this.settings = settings;
        this.clock = clock;
        this.commit = commit;
        map.forEach((key, bytes) -> bySequence.put(Stored.decode(bytes).sequence(), key));
        sequence = bySequence.isEmpty() ? 0 : bySequence.lastKey() + 1;
    }

    @Override
    public Optional<Entry> get(String key) {
        lock.lock();
        try {
            return live(key).map(Stored::entry);
        } finally {
            lock.unlock();
        }
    }

    /** The entry unless it has expired, in which case it goes. */
    private Optional<Stored> live(String key) {
        byte[] bytes = map.get(key);
        if (bytes == null) {
            return Optional.empty();
        }
        Stored stored = Stored.decode(bytes);
        if (expired(stored)) {
            map.remove(key);
            bySequence.remove(stored.sequence());
            return Optional.empty();
        }
        return Optional.of(stored);
    }

    private boolean expired(Stored stored) {
        long life = settings.timeToLive().toMillis();
        return life > 0 && clock.millis() - stored.written() >= life;
    }

    @Override
    public void put(String key, Entry entry) {
        lock.lock();
        try {
            write(key, entry);
        } finally {
            lock.unlock();
        }
        commit.run();
    }

    private void write(String key, Entry entry) {
        live(key).ifPresent(old -> bySequence.remove(old.sequence()));
        Stored stored = new Stored(entry, clock.millis(), sequence++);
        map.put(key, stored.encode());
        bySequence.put(stored.sequence(), key);
        while (settings.maximumEntries() > 0 && bySequence.size() > settings.maximumEntries()) {
            map.remove(bySequence.pollFirstEntry().getValue());
        }
    }

    @Override
    public boolean putIfAbsent(String key, Entry entry) {
        lock.lock();
        try {
            if (live(key).isPresent()) {
                return false;
            }
            write(key, entry);
        } finally {
            lock.unlock();
        }
        commit.run();
        return true;
    }

    @Override
    public Optional<Entry> remove(String key) {
        Optional<Stored> removed;
        lock.lock();
        try {
            removed = live(key);
            removed.ifPresent(stored -> {
                map.remove(key);
                bySequence.remove(stored.sequence());
            });
        } finally {
            lock.unlock();
        }
        if (removed.isPresent()) {
            commit.run();
        }
        return removed.map(Stored::entry);
    }

    @Override
    public boolean contains(String key) {
        return get(key).isPresent();
    }

    @Override
    public List<String> keys() {
        lock.lock();
        try {
            List<String> keys = new ArrayList<>();
            for (String key : List.copyOf(map.keySet())) {
                if (live(key).isPresent()) {
                    keys.add(key);
                }
            }
            keys.sort(null);
            return keys;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void clear() {
        lock.lock();
        try {
            map.clear();
            bySequence.clear();
        } finally {
            lock.unlock();
        }
        commit.run();
    }
}
