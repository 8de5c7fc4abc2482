package dev.hinny.plane.contract.access;

import java.util.List;

/** A list with the number of all there are. */
public record Listing<T>(List<T> data, long total) {}
