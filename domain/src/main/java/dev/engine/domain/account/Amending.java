package dev.engine.domain.account;

/** What became of a request to change an account. */
public sealed interface Amending {

  /** It is so now. */
  record Amended(Account account) implements Amending {}

  /** There is no such account. */
  record NoSuchAccount(AccountId id) implements Amending {}
}
