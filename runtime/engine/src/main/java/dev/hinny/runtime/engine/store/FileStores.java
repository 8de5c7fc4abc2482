package dev.hinny.runtime.engine.store;

import dev.hinny.base.Problem;
import dev.hinny.base.ProblemException;
import dev.hinny.runtime.api.store.DurableQueue;
import dev.hinny.runtime.api.store.ObjectStore;
import dev.hinny.runtime.api.store.StoreUnavailableException;
import dev.hinny.runtime.api.store.Stores;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * The stores of one application in one directory: an MVStore file, and a lock that keeps other processes out. A write to a
 * persistent store or queue is on disk when the call returns; writes that come together share one sync.
 */
public final class FileStores implements Stores {
    private final Clock clock;
    private final FileChannel lockFile;
    private final FileLock lock;
    private final MVStore file;
    private final GroupCommit commit;
    private final MemoryStores transientStores;
    private final Map<String, ObjectStore> objects = new HashMap<>();
    private final Map<String, DurableQueue> queues = new HashMap<>();

    private FileStores(Clock clock, FileChannel lockFile, FileLock lock, MVStore file) {
        this.clock = clock;
        this.lockFile = lockFile;
        this.lock = lock;
        this.file = file;
        this.commit = new GroupCommit(file);
        this.transientStores = new MemoryStores(clock);
    }

    /** @throws ProblemException of code {@code STORE-IN-USE} when another process has the directory, or {@code STORE-BROKEN} */
    public static FileStores open(Path directory, Clock clock) {
        FileChannel channel;
        FileLock lock;
        try {
            Files.createDirectories(directory);
            channel = FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = lock(channel);
        } catch (IOException e) {
            throw problem(
                    "STORE-BROKEN",
                    directory,
                    "cannot be used: " + e.getMessage(),
                    "check its permissions and space",
                    e);
        }
        if (lock == null) {
            close(channel);
            throw problem(
                    "STORE-IN-USE",
                    directory,
                    "is in use by another process",
                    "stop the other run of this application, or give this one another data directory",
                    null);
        }
        try {
            MVStore store = new MVStore.Builder()
                    .fileName(directory.resolve("stores.mv").toString())
                    .autoCommitDisabled()
                    .open();
            store.setVersionsToKeep(0);
            return new FileStores(clock, channel, lock, store);
        } catch (MVStoreException e) {
            close(channel);
            throw problem(
                    "STORE-BROKEN",
                    directory,
                    "cannot be read: " + e.getMessage(),
                    "put a copy of stores.mv back, or remove the file to begin empty",
                    e);
        }
    }

    private static @org.jspecify.annotations.Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static ProblemException problem(
            String code, Path directory, String what, String hint, @org.jspecify.annotations.Nullable Throwable cause) {
        return new ProblemException(
                Problem.error(code, null, "the store directory '" + directory + "' " + what, hint), cause);
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public synchronized ObjectStore objects(String name, ObjectStore.Settings settings) {
        if (!settings.persistent()) {
            return transientStores.objects(name, settings);
        }
        return objects.computeIfAbsent(
                name, n -> new MapStore(file.openMap("objects/" + n), settings, clock, commit::run));
    }

    @Override
    public synchronized DurableQueue queue(String name, boolean persistent, long capacity) {
        if (!persistent) {
            return transientStores.queue(name, false, capacity);
        }
        return queues.computeIfAbsent(name, n -> new MapQueue(file.openMap("queue/" + n), capacity, commit::run));
    }

    @Override
    public synchronized void close() {
        try {
            file.close();
        } catch (MVStoreException e) {
            throw new StoreUnavailableException("the store could not be closed: " + e.getMessage(), e);
        } finally {
            try {
                Objects.requireNonNull(lock).release();
                lockFile.close();
            } catch (IOException e) {
                throw new StoreUnavailableException("the lock of the store could not be released", e);
            }
        }
    }
}
