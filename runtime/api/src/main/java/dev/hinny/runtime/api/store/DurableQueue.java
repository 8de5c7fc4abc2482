package dev.hinny.runtime.api.store;

import java.time.Duration;
import java.util.Optional;

/** A queue of documents. A taken item comes back unless it is acknowledged, also after the process was killed. */
public interface DurableQueue {
    /** Durable when it returns, for a persistent queue. Returns false when the queue stays full for the time. */
    boolean offer(ObjectStore.Entry item, Duration wait);

    /** Waits for an item. */
    Optional<Taken> take(Duration wait);

    long size();

    /** An item in somebody's hands. */
    interface Taken {
        ObjectStore.Entry item();

        /** It is done with: the item never comes back. */
        void acknowledge();

        /** Puts it back at the head. */
        void giveBack();
    }
}
