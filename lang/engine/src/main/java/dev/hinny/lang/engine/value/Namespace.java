package dev.hinny.lang.engine.value;

/** A namespace: the prefix that a writer should use, and the URI that identifies it. */
public record Namespace(String prefix, String uri) implements Value {}
