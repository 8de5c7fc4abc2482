package dev.hinny.http;

/** Calls the handler on a new virtual thread. */
public record Handle(BlockingHandler handler) implements Outcome {}
