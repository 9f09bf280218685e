package dev.engine.domain.host;

import dev.engine.domain.session.ProcessIdentity;
import dev.engine.domain.session.TmuxServer;
import org.jspecify.annotations.Nullable;

/**
 * A pane in which a client of Claude Code is believed to run.
 *
 * @param pane such as {@code %7}
 * @param server whose pane it is; null where the client does not tell
 * @param client its process; null where the client does not tell
 */
public record ClientPane(
    String pane, @Nullable TmuxServer server, @Nullable ProcessIdentity client) {

  /** Whether it can be told from a pane of another server that bears the same name. */
  public boolean isTellable() {
    return server != null || client != null;
  }

  /**
   * Whether it is of a server that answers to {@code pid}; what listens on a socket may be a later
   * one. So it is as far as anybody knows where the client does not tell whose it is.
   */
  public boolean isOf(long pid) {
    return server == null || server.pid() == pid;
  }
}
