package dev.hinny.http;

/** Writes the response from the event loop without a change of threads. The request's body is thrown away. */
public record Answer(Response response) implements Outcome {}
