package dev.engine.domain.contact;

/**
 * A place in name order: by name, where the capitals A to Z count as small letters, then by id.
 *
 * @param name of the contact that stands or stood there
 */
public record ContactPlace(String name, ContactId id) {}
