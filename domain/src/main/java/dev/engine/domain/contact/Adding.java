package dev.engine.domain.contact;

/** What became of a contact that was to be added if it is new. */
public sealed interface Adding {

  /** It is new, and stored. */
  record Added(Contact contact) implements Adding {}

  /** It is a double of this one, the oldest of its doubles; nothing was changed. */
  record KnownAs(Contact contact) implements Adding {}
}
