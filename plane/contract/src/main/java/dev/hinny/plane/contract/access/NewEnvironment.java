package dev.hinny.plane.contract.access;

/** What creates an environment. */
public record NewEnvironment(String name, String type) {}
