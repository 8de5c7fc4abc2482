package dev.hinny.runtime.engine.store;

import dev.hinny.runtime.api.store.DurableQueue;
import dev.hinny.runtime.api.store.ObjectStore;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A queue over a map from numbers to encoded items. An item leaves the map when it is acknowledged; what is in the map when
 * the queue is opened is waiting, whether somebody had taken it or not.
 */
final class MapQueue implements DurableQueue {
    private final Map<Long, byte[]> map;
    private final long capacity;
    private final Runnable commit;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final TreeSet<Long> waiting;
    private long next;

    /** @param capacity 0: no bound */
    MapQueue(Map<Long, byte[]> map, long capacity, Runnable commit) {
        this.map = map;
        this.capacity = capacity;
        this.commit = commit;
        this.waiting = new TreeSet<>(map.keySet());
        this.next = waiting.isEmpty() ? 0 : waiting.last() + 1;
    }

    @Override
    public boolean offer(ObjectStore.Entry item, Duration wait) {
        long number;
        lock.lock();
        try {
            long left = wait.toNanos();
            while (capacity > 0 && map.size() >= capacity) {
                if (left <= 0) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
            number = next++;
            map.put(number, new Stored(item, 0, number).encode());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
        commit.run();
        lock.lock();
        try {
            waiting.add(number);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        return true;
    }

    @Override
    public Optional<Taken> take(Duration wait) {
        lock.lock();
        try {
            long left = wait.toNanos();
            while (waiting.isEmpty()) {
                if (left <= 0) {
                    return Optional.empty();
                }
                left = changed.awaitNanos(left);
            }
            long number = java.util.Objects.requireNonNull(waiting.pollFirst());
            byte[] bytes = java.util.Objects.requireNonNull(map.get(number));
            return Optional.of(new Held(number, Stored.decode(bytes).entry()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public long size() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    /** An item that somebody has. */
    private final class Held implements Taken {
        private final long number;
        private final ObjectStore.Entry item;

        Held(long number, ObjectStore.Entry item) {
            this.number = number;
            this.item = item;
        }

        @Override
        public ObjectStore.Entry item() {
            return item;
        }

        @Override
        public void acknowledge() {
            lock.lock();
            try {
                map.remove(number);
                changed.signalAll();
            } finally {
                lock.unlock();
            }
            commit.run();
        }

        @Override
        public void giveBack() {
            lock.lock();
            try {
                if (map.containsKey(number)) {
                    waiting.add(number);
                    changed.signalAll();
                }
            } finally {
                lock.unlock();
            }
        }
    }
}
