package dev.engine.domain.host;

/** What became of a prompt. */
public sealed interface Prompting {

  /** It was submitted, and the client was there before and after. */
  record Submitted() implements Prompting {}

  /** There was nothing to submit. */
  record NothingToSay() implements Prompting {}

  /**
   * The pane was not ready, and no text was asked for.
   *
   * @param reason one line
   */
  record NotReady(String reason) implements Prompting {}

  /**
   * A text was asked for, and nothing of it has come into the pane.
   *
   * @param reason one line
   */
  record NotPasted(String reason) implements Prompting {}

  /**
   * A text was asked for and is in the pane, or may be, and nobody knows whether the client takes
   * it.
   *
   * @param reason one line
   */
  record Unconfirmed(String reason) implements Prompting {}
}
