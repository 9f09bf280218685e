package dev.engine.domain.install;

/** What became of a home that was to be deleted with all that is in it. */
public sealed interface Purge {

  /** It is gone. */
  record Purged(HomeFolder home) implements Purge {}

  /** There was none. */
  record NothingThere(HomeFolder home) implements Purge {}

  /**
   * It does not look like something Engine made, so nothing was deleted.
   *
   * @param reason a clause such as {@code it is a link}
   */
  record NotOurs(HomeFolder home, String reason) implements Purge {}
}
