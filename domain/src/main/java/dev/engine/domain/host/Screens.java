package dev.engine.domain.host;

import java.util.Optional;

/** What stands on the screens of the person's terminal multiplexer. */
@FunctionalInterface
public interface Screens {

  /**
   * The text of {@code pane}, such as {@code %7}, line by line from the top, without colours; empty
   * without a multiplexer, without the pane, or when it does not answer in time.
   */
  Optional<String> screenOf(String pane);
}
