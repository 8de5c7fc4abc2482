package dev.hinny.gateway.api;

/**
 * Guards an API: decides on its requests, and may change them and their responses. One instance serves the requests of one
 * binding, many at once, and keeps its state over new snapshots as long as its configuration stays the same.
 */
public sealed interface Policy permits Check, Around {}
