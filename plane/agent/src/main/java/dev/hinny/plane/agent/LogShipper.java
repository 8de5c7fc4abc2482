package dev.hinny.plane.agent;

import dev.hinny.plane.contract.Json;
import dev.hinny.plane.contract.agent.AgentPaths;
import dev.hinny.plane.contract.agent.LogLine;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Sends log lines to a controller in batches. While none takes them, keeps the newest within a fixed size and counts what it
 * drops; the count travels as a line of its own. {@link #add} never waits for the network. Thread-safe.
 */
public final class LogShipper {
    private static final DateTimeFormatter MILLIS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();
    private static final int LINE_CHARACTERS = 32 << 10;
    private static final int BATCH_LINES = 1_000;
    private static final int BATCH_CHARACTERS = 1 << 20;

    private final Controllers controllers;
    private final AgentOptions options;
    private final CountDownLatch ended;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final Deque<LogLine> waiting = new ArrayDeque<>();
    // A replica that was started again goes on above what its last process sent.
    private long sequence = System.currentTimeMillis() * 1_000;
    private int characters;
    private long dropped;
    private long lastDropped;
    private List<LogLine> batch = List.of();

    LogShipper(Controllers controllers, AgentOptions options, CountDownLatch ended) {
        this.controllers = controllers;
        this.options = options;
        this.ended = ended;
    }

    /** Adds a line. Very long texts are cut. */
    public void add(
            Instant time,
            String level,
            String logger,
            String thread,
            @Nullable String correlationId,
            String event,
            @Nullable String throwable) {
        String text = cut(event);
        String trace = throwable == null ? null : cut(throwable);
        lock.lock();
        try {
            LogLine line =
                    new LogLine(++sequence, MILLIS.format(time), level, logger, thread, correlationId, text, trace);
            waiting.addLast(line);
            characters += size(line);
            while (characters > options.logCharacters() && waiting.size() > 1) {
                LogLine oldest = waiting.removeFirst();
                characters -= size(oldest);
                drop(1, oldest.sequence());
            }
            filled.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Ships until the agent ends. */
    void run() {
        try {
            Backoff backoff = new Backoff(options, ended);
            while (true) {
                if (!unsent()) {
                    awaitLines();
                }
                if (ended.await(options.logLinger().toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
                try {
                    ship();
                    backoff.reset();
                } catch (ControllersAway away) {
                    backoff.pause();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends what is there, in as many batches as it takes, or fails at the first that no controller takes. */
    synchronized void ship() throws ControllersAway, InterruptedException {
        while (true) {
            if (batch.isEmpty()) {
                batch = next();
            }
            if (batch.isEmpty()) {
                return;
            }
            try {
                controllers.post(AgentPaths.LOGS, Json.bytes(batch));
            } catch (ControllersAway away) {
                if (!away.forGood()) {
                    throw away;
                }
                lock.lock();
                try {
                    drop(batch.size(), batch.getLast().sequence());
                } finally {
                    lock.unlock();
                }
                batch = List.of();
                throw away;
            }
            batch = List.of();
        }
    }

    /** Whether a batch is left that no controller took. */
    private synchronized boolean unsent() {
        return !batch.isEmpty();
    }

    private void awaitLines() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (waiting.isEmpty()) {
                filled.await(1, TimeUnit.MINUTES);
            }
        } finally {
            lock.unlock();
        }
    }

    private List<LogLine> next() {
        lock.lock();
        try {
            List<LogLine> lines = new ArrayList<>();
            if (dropped > 0 && !waiting.isEmpty()) {
                String text = dropped + " log lines were dropped because no controller took them";
                lines.add(new LogLine(
                        lastDropped,
                        MILLIS.format(Instant.now()),
                        "WARN",
                        "dev.hinny.plane.agent",
                        "log-shipper",
                        null,
                        text,
                        null));
                dropped = 0;
            }
            int taken = 0;
            while (!waiting.isEmpty() && lines.size() < BATCH_LINES && taken < BATCH_CHARACTERS) {
                LogLine line = waiting.removeFirst();
                characters -= size(line);
                taken += size(line);
                lines.add(line);
            }
            return lines;
        } finally {
            lock.unlock();
        }
    }

    private void drop(int lines, long last) {
        dropped += lines;
        lastDropped = last;
    }

    private static String cut(String text) {
        return text.length() <= LINE_CHARACTERS
                ? text
                : text.substring(0, LINE_CHARACTERS) + "... (" + (text.length() - LINE_CHARACTERS)
                        + " more characters)";
    }

    private static int size(LogLine line) {
        String throwable = line.throwable();
        String correlationId = line.correlationId();
        return 200
                + line.event().length()
                + line.logger().length()
                + line.thread().length()
                + (correlationId == null ? 0 : correlationId.length())
                + (throwable == null ? 0 : throwable.length());
    }
}
