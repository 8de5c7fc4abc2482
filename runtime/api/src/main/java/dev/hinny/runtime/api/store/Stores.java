package dev.hinny.runtime.api.store;

/**
 * The stores of one application. Alone they are files of its own; on the platform all workers of the application share
 * them. Thread-safe.
 */
public interface Stores extends AutoCloseable {
    /** Opens an object store, making it when it is not there. */
    ObjectStore objects(String name, ObjectStore.Settings settings);

    /** Opens a first-in-first-out queue that survives the process when {@code persistent}. */
    DurableQueue queue(String name, boolean persistent, long capacity);

    @Override
    void close();
}
