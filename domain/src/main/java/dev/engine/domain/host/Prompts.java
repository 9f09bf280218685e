package dev.engine.domain.host;

import java.util.Optional;
import java.util.function.Supplier;

/** What types prompts into the panes of clients, for want of a better way to reach them. */
public interface Prompts {

  /**
   * Submits a text as a prompt to the client in {@code pane}, if it is sure that nothing else would
   * get it. What the client or its person is at is not interrupted: nothing is cancelled, and no
   * mode is left. A pane of which neither server nor client is known is never ready: every server
   * gives the same names to its own.
   *
   * @param text is asked for only when the pane is found ready; empty to leave it at that. Controls
   *     other than tabs and new lines are left out.
   */
  Prompting submit(ClientPane pane, Supplier<Optional<String>> text);
}
