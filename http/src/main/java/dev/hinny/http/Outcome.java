package dev.hinny.http;

/** What is to be done with a request: answer at once, handle on a virtual thread, or forward. */
public sealed interface Outcome permits Answer, Handle, Forward {}
