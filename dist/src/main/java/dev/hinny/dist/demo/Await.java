package dev.hinny.dist.demo;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Asks again until an answer is the wanted one. */
final class Await {
    private static final long PAUSE_MILLIS = 50;

    private Await() {}

    /** The last answer: the wanted one, or what it was when the time was over. */
    static <T> T until(Duration atMost, Supplier<T> question, Predicate<T> wanted) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        T answer = question.get();
        while (!wanted.test(answer) && System.nanoTime() < end) {
            pause();
            answer = question.get();
        }
        return answer;
    }

    private static void pause() throws InterruptedException {
        if (new CountDownLatch(1).await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("nobody counts down");
        }
    }
}
