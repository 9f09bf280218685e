package dev.engine.domain.contact;

/** The details of a person, with the keys that belong to them. */
public record ContactEntry(ContactDetails details, MatchKeys keys) {}
