package dev.hinny.plane.contract.apimanager;

import java.util.List;

/** Contracts of an API instance. */
public record ContractList(long total, List<Contract> contracts) {}
