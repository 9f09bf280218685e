package dev.engine.domain.account;

/** What became of a request to add an account. */
public sealed interface Adding {

  /** It is stored, for use. */
  record Added(Account account) implements Adding {}

  /** {@code account} is known by the same handle; nothing was changed. */
  record HandleTaken(Account account) implements Adding {}
}
