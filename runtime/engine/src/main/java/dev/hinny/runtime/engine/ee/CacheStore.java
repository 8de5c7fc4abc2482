package dev.hinny.runtime.engine.ee;

import dev.hinny.runtime.api.Expression;
import dev.hinny.runtime.api.Message;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Messages by key, in memory, the least recently used dropped first. Thread-safe. */
final class CacheStore {
    private static final int MAXIMUM = 4000;

    private final @Nullable Expression key;
    private final Map<String, Message> messages = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Message> eldest) {
            return size() > MAXIMUM;
        }
    };

    CacheStore(@Nullable Expression key) {
        this.key = key;
    }

    @Nullable
    Expression key() {
        return key;
    }

    synchronized @Nullable Message get(String id) {
        return messages.get(id);
    }

    synchronized void put(String id, Message message) {
        messages.put(id, message);
    }

    synchronized void remove(String id) {
        messages.remove(id);
    }

    synchronized void clear() {
        messages.clear();
    }
}
