package dev.engine.domain.contact;

/** What became of two contacts that were to be one. */
public sealed interface Merging {

  /** They are one. */
  record Merged(Contact contact, Contact absorbed) implements Merging {}

  /** The notes of both are too long for one contact; nothing was changed. */
  record NotesTooLong(Contact kept, Contact absorbed) implements Merging {}

  /** The two are the same contact; nothing was changed. */
  record WithItself(ContactId id) implements Merging {}

  /** One of the two does not exist. */
  record NoSuchContact(ContactId id) implements Merging {}
}
