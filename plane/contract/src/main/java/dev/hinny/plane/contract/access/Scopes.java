package dev.hinny.plane.contract.access;

import java.util.List;

/** What sets the scopes of a connected app. */
public record Scopes(List<Scope> scopes) {}
