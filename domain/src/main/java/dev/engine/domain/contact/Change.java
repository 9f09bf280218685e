package dev.engine.domain.contact;

/** What became of an edit. */
public sealed interface Change {

  /** It is stored. */
  record Changed(Contact contact) implements Change {}

  /** Someone else has changed the contact since the edit began; nothing was changed now. */
  record ChangedMeanwhile(Contact current) implements Change {}

  /** There is no such contact. */
  record NoSuchContact(ContactId id) implements Change {}
}
