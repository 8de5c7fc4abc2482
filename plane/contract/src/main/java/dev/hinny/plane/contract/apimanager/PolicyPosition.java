package dev.hinny.plane.contract.apimanager;

/** A policy and its new position. */
public record PolicyPosition(long id, int order) {}
