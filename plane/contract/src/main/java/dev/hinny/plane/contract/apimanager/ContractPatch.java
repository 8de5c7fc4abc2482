package dev.hinny.plane.contract.apimanager;

/** What decides on a contract. */
public record ContractPatch(String status) {}
