package dev.engine.domain.account;

/** What became of an account that was to be removed. */
public sealed interface Removal {

  /** It is gone; this is what it was. */
  record Removed(Account account) implements Removal {}

  /** There is no such account. */
  record NoSuchAccount(AccountId id) implements Removal {}
}
