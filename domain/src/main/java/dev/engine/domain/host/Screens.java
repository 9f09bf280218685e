package dev.engine.domain.host;

import java.util.Optional;

/** What stands on the screens of the person's terminal multiplexer. */
@FunctionalInterface
public interface Screens {

  /**
   * The text of {@code pane}, line by line from the top, without colours; empty without a
   * multiplexer, when it does not answer in time, or unless the pane is sure to be the client's.
   */
  Optional<String> screenOf(ClientPane pane);
}
