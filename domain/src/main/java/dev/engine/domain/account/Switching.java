package dev.engine.domain.account;

/** What became of a request to enable or disable an account. */
public sealed interface Switching {

  /** This request did it. */
  record Switched(Account account) implements Switching {}

  /** It was so already; nothing was changed. */
  record AsBefore(Account account) implements Switching {}

  /** There is no such account. */
  record NoSuchAccount(AccountId id) implements Switching {}
}
