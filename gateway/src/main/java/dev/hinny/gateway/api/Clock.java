package dev.hinny.gateway.api;

/** Where policies take the time from, so that tests can turn it. Only differences mean something. */
@FunctionalInterface
public interface Clock {
    /** The process's monotonic clock. */
    Clock SYSTEM = System::nanoTime;

    long nanos();
}
