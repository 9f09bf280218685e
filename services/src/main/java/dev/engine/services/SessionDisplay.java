package dev.engine.services;

import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.domain.host.PaneDisplay;
import dev.engine.domain.host.Showing;
import dev.engine.domain.host.Showing.Shown;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionId;
import dev.engine.domain.session.Sessions;

/** Taking the person to where a session runs. */
public final class SessionDisplay {

  private final Sessions sessions;
  private final PaneDisplay display;

  public SessionDisplay(Sessions sessions, PaneDisplay display) {
    this.sessions = sessions;
    this.display = display;
  }

  /**
   * Brings the tmux pane of a session to the front.
   *
   * @throws NotFound if there is no session {@code id}
   * @throws Conflict if it has ended, has told of no pane, or is not in its pane any more; likewise
   *     if tmux does not answer
   */
  public Shown show(SessionId id) {
    Session session = sessions.find(id).orElseThrow(() -> new NotFound("session", id));
    if (!session.isLive()) {
      throw cannot(id, "it has ended");
    }
    return switch (display.show(session.client())) {
      case Showing.Shown shown -> shown;
      case Showing.NoPaneKnown none -> throw cannot(id, "it has told of no tmux pane");
      case Showing.PaneGone gone -> throw cannot(id, "its tmux pane is gone");
      case Showing.ClientGone gone -> throw cannot(id, "it is not in its tmux pane any more");
      case Showing.NoAnswer none -> throw cannot(id, "tmux does not answer");
    };
  }

  private static Conflict cannot(SessionId id, String reason) {
    return new Conflict("session %s cannot be shown: %s".formatted(id, reason));
  }
}
