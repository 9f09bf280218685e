package dev.engine.domain.host;

import dev.engine.domain.session.Client;

/** What brings panes of the person's terminal multiplexer before them. */
@FunctionalInterface
public interface PaneDisplay {

  /** There is no multiplexer. */
  PaneDisplay NONE = client -> new Showing.NoAnswer();

  /**
   * Brings the pane of {@code client} to the front of its window, and that window to the front of
   * its session. Where one terminal alone is attached, it is switched there; of several, nobody
   * knows which one the person looks at. Nothing is typed.
   *
   * @param client whose process, if it is known, must still run in the pane
   */
  Showing show(Client client);
}
