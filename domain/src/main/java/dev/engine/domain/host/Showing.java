package dev.engine.domain.host;

/** What became of a pane that was to be shown. */
public sealed interface Showing {

  /**
   * It is in front.
   *
   * @param pane such as {@code %7}
   * @param window the name of its window
   * @param isVisible whether a terminal shows it now
   */
  record Shown(String pane, String window, boolean isVisible) implements Showing {}

  /** The client has told of no pane. */
  record NoPaneKnown() implements Showing {}

  /** The multiplexer has no such pane any more. */
  record PaneGone() implements Showing {}

  /** The pane is there, and the client is not in it any more. */
  record ClientGone() implements Showing {}

  /** There is no multiplexer, or it does not answer in time. */
  record NoAnswer() implements Showing {}
}
