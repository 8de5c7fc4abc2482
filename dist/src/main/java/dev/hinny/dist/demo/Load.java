package dev.hinny.dist.demo;

import dev.hinny.dist.demo.EdgeCaller.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Several callers that call one application over and over until they are told to stop. */
final class Load implements AutoCloseable {
    private final AtomicBoolean running = new AtomicBoolean(true);
    private final AtomicLong answered = new AtomicLong();
    private final Map<String, AtomicLong> failures = new ConcurrentHashMap<>();
    private final List<Thread> callers = new ArrayList<>();

    Load(EdgeCaller edge, int callers, String application, String path, Map<String, String> headers) {
        for (int i = 0; i < callers; i++) {
            this.callers.add(Thread.ofVirtual().start(() -> {
                while (running.get()) {
                    call(edge, application, path, headers);
                }
            }));
        }
    }

    private void call(EdgeCaller edge, String application, String path, Map<String, String> headers) {
        try {
            Answer answer = edge.call(application, "GET", path, headers, "");
            if (answer.status() == 200) {
                answered.incrementAndGet();
            } else {
                failed("status " + answer.status());
            }
        } catch (IOException | RuntimeException e) {
            failed(e.toString());
        }
    }

    private void failed(String how) {
        failures.computeIfAbsent(how, _ -> new AtomicLong()).incrementAndGet();
    }

    long answered() {
        return answered.get();
    }

    long failed() {
        return failures.values().stream().mapToLong(AtomicLong::get).sum();
    }

    /** How many failed in which way. */
    Map<String, Long> failures() {
        Map<String, Long> all = new TreeMap<>();
        failures.forEach((how, count) -> all.put(how, count.get()));
        return all;
    }

    /** Waits until so many more calls were answered, or a bound of time. */
    void awaitMore(long more) throws InterruptedException {
        long wanted = answered() + more;
        Await.until(java.time.Duration.ofSeconds(30), this::answered, n -> n >= wanted);
    }

    @Override
    public void close() {
        running.set(false);
        for (Thread caller : callers) {
            try {
                caller.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
