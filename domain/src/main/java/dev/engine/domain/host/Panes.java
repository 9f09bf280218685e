package dev.engine.domain.host;

import dev.engine.domain.session.Client;
import java.util.Optional;

/** The panes of the person's terminal multiplexer. */
public interface Panes {

  /**
   * The name of the window that holds the pane of {@code client}; empty if it tells of none,
   * without a multiplexer, without the pane, or when it does not answer in time. Of a client that
   * names the multiplexer's server, that very one is asked: others have panes of the same number.
   */
  Optional<String> windowOf(Client client);
}
