package dev.hinny.runtime.engine.store;

import dev.hinny.runtime.api.store.StoreUnavailableException;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/** Commits and syncs for whoever wrote before it began, so that writers who come together wait for one sync. */
final class GroupCommit {
    private final MVStore store;
    private final ReentrantLock syncing = new ReentrantLock();
    private final java.util.concurrent.atomic.AtomicLong asked = new java.util.concurrent.atomic.AtomicLong();
    private long done;

    GroupCommit(MVStore store) {
        this.store = store;
    }

    /** Returns when all that was written before the call is on disk. */
    void run() {
        long mine = asked.incrementAndGet();
        syncing.lock();
        try {
            if (done >= mine) {
                return;
            }
            long upTo = asked.get();
            store.commit();
            store.sync();
            done = upTo;
        } catch (MVStoreException e) {
            throw new StoreUnavailableException("the store cannot be written: " + e.getMessage(), e);
        } finally {
            syncing.unlock();
        }
    }
}
