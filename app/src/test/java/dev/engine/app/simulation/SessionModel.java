package dev.engine.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.journal.Event;
import dev.engine.domain.session.ClaudeSessionId;
import dev.engine.domain.session.SessionId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of sessions by their events: no client that lives may be called lost. */
final class SessionModel {

  private final FleetClients clients;
  private final Map<SessionId, ClaudeSessionId> sessions = new HashMap<>();

  SessionModel(FleetClients clients) {
    this.clients = clients;
  }

  void forgetAll() {
    sessions.clear();
  }

  /**
   * Takes an event of a session.
   *
   * @param isNews whether it was not taken before in another past
   */
  void take(Event event, boolean isNews) {
    @Nullable SessionId id = event.happening().session();
    if (id == null) {
      return;
    }
    String name = ModelWorker.fact(event, "claudeSessionId");
    if (!name.isEmpty()) {
      sessions.put(id, new ClaudeSessionId(name));
    }
    ClaudeSessionId session = sessions.get(id);
    if (isNews
        && session != null
        && event.kind().value().equals("session.ended")
        && ModelWorker.fact(event, "reason").equals("lost")) {
      assertThat(clients.isAlive(session)).as("called lost: %s", session).isFalse();
    }
  }
}
