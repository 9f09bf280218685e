package dev.engine.domain.contact;

/** What became of tags that were to be put on a contact, or taken off. */
public sealed interface Tagging {

  /** They are on, or off. */
  record Tagged(Contact contact) implements Tagging {}

  /** They were so before; nothing was changed. */
  record TaggedBefore(Contact contact) implements Tagging {}

  /** There is no such contact. */
  record NoSuchContact(ContactId id) implements Tagging {}
}
