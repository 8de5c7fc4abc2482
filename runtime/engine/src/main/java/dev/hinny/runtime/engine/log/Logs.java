package dev.hinny.runtime.engine.log;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/**
 * Takes log lines from all threads and hands them to the sinks on one thread of its own. A caller waits only while the
 * queue is full, and then at most a moment: what still does not fit is dropped and counted.
 */
public final class Logs {
    private static final int QUEUE = 8192;
    private static final long PATIENCE_MILLIS = 20;
    private static final Logs STANDARD = new Logs(List.of(StreamSink.standardOutput()));

    private final BlockingQueue<Item> queue = new ArrayBlockingQueue<>(QUEUE);
    private final List<LogSink> sinks;
    private final AtomicLong dropped = new AtomicLong();
    private final Map<String, Level> levels = new ConcurrentHashMap<>();
    private volatile int generation;
    private volatile Level root = Level.INFO;

    private sealed interface Item {}

    private record Line(LogLine line) implements Item {}

    private record Flush(CountDownLatch done) implements Item {}

    Logs(List<LogSink> sinks) {
        this.sinks = new CopyOnWriteArrayList<>(sinks);
        System.getProperties().stringPropertyNames().stream()
                .filter(p -> p.startsWith("hinny.log.level."))
                .forEach(p -> level(p.substring("hinny.log.level.".length()), System.getProperty(p, "")));
        level("", System.getProperty("hinny.log.level", ""));
        Thread.ofPlatform().daemon().name("log").start(this::drain);
        Runtime.getRuntime().addShutdownHook(new Thread(this::flush, "log-end"));
    }

    /** Those that SLF4J writes to: standard output, until sinks are changed. */
    public static Logs standard() {
        return STANDARD;
    }

    public void add(LogSink sink) {
        sinks.add(sink);
    }

    public void remove(LogSink sink) {
        sinks.remove(sink);
    }

    /** The sinks instead of those that are there; returns those. */
    public List<LogSink> replace(List<LogSink> others) {
        List<LogSink> before = List.copyOf(sinks);
        flush();
        sinks.clear();
        sinks.addAll(others);
        return before;
    }

    /**
     * Sets how much a logger and those below it write.
     *
     * @param logger name; empty: all loggers without a level of their own
     * @param level name; {@code OFF} and {@code FATAL} write errors only, {@code ALL} everything; others are ignored
     */
    public void level(String logger, String level) {
        Level found = parse(level);
        if (found == null) {
            return;
        }
        if (logger.isEmpty()) {
            root = found;
        } else {
            levels.put(logger, found);
        }
        generation++;
    }

    private static @Nullable Level parse(String level) {
        return switch (level.strip().toUpperCase(java.util.Locale.ROOT)) {
            case "TRACE", "ALL" -> Level.TRACE;
            case "DEBUG" -> Level.DEBUG;
            case "INFO" -> Level.INFO;
            case "WARN", "WARNING" -> Level.WARN;
            case "ERROR", "FATAL", "OFF" -> Level.ERROR;
            default -> null;
        };
    }

    /** Changes whenever a level does. */
    int generation() {
        return generation;
    }

    /** The level of a logger: its own, or that of the nearest logger above. */
    Level level(String logger) {
        for (String name = logger; !name.isEmpty(); name = above(name)) {
            Level own = levels.get(name);
            if (own != null) {
                return own;
            }
        }
        return root;
    }

    private static String above(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(0, dot);
    }

    void log(LogLine line) {
        Item item = new Line(line);
        if (queue.offer(item)) {
            return;
        }
        try {
            if (!queue.offer(item, PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                dropped.incrementAndGet();
            }
        } catch (InterruptedException e) {
            dropped.incrementAndGet();
            Thread.currentThread().interrupt();
        }
    }

    /** How many lines were dropped because sinks were too slow. */
    public long dropped() {
        return dropped.get();
    }

    /** Returns when all that was logged before is written, or after a few seconds. */
    public void flush() {
        CountDownLatch done = new CountDownLatch(1);
        try {
            if (queue.offer(new Flush(done), 1, TimeUnit.SECONDS)) {
                done.await(3, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void drain() {
        while (true) {
            try {
                Item item = queue.poll();
                if (item == null) {
                    sinks.forEach(LogSink::flush);
                    item = queue.take();
                }
                handle(item);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                dropped.incrementAndGet();
            }
        }
    }

    private void handle(Item item) {
        switch (item) {
            case Line(LogLine line) -> {
                for (LogSink sink : sinks) {
                    sink.write(line);
                }
            }
            case Flush(CountDownLatch done) -> {
                sinks.forEach(LogSink::flush);
                done.countDown();
            }
        }
    }
}
