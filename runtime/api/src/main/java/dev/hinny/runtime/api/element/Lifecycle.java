package dev.hinny.runtime.api.element;

/** A configuration that holds something open: started before the sources, stopped after them in reverse order. */
public interface Lifecycle {
    /** @throws dev.hinny.base.ProblemException when it cannot start */
    void start();

    void stop();
}
