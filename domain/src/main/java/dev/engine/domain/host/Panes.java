package dev.engine.domain.host;

import java.util.Optional;

/** The panes of the person's terminal multiplexer. */
public interface Panes {

  /**
   * The name of the window that holds {@code pane}, such as {@code %7}; empty without a
   * multiplexer, without the pane, or when it does not answer in time.
   */
  Optional<String> windowOf(String pane);
}
