package dev.engine.domain.contact;

/** What became of a contact that was to be removed. */
public sealed interface Removal {

  /** It is gone; this is what it was. */
  record Removed(Contact contact) implements Removal {}

  /** There is no such contact. */
  record NoSuchContact(ContactId id) implements Removal {}
}
