package dev.hinny.plane.contract.exchange;

/** Where to ask for the publication. */
public record PublicationLink(String publicationStatusLink) {}
