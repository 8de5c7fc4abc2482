package dev.hinny.runtime.api;

/** A sequence of processors inside a scope, run in order. */
public interface Chain extends Processor {
    boolean isEmpty();
}
