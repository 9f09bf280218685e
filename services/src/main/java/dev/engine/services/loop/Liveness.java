package dev.engine.services.loop;

import dev.engine.domain.Storage;
import dev.engine.domain.host.LifeSigns;
import dev.engine.domain.session.Client;
import dev.engine.domain.session.Fate;
import dev.engine.domain.session.Proof;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionId;
import dev.engine.domain.session.SessionViews;
import dev.engine.domain.session.Sessions;
import dev.engine.domain.session.TmuxServer;
import dev.engine.services.loop.Loop.Rest;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Ends the sessions whose client is provably gone. No age ends one, and no clock: neither a day
 * without a word nor a machine that slept is a proof of anything.
 *
 * <p>A client that has ended may have left a last event that is still on its way, with the true
 * reason. So a session is ended only when two rounds have found the same, and no event came between
 * them.
 *
 * <p>Runs in one thread at a time.
 */
public final class Liveness implements Loop.Work {

  private final SessionViews views;
  private final Sessions sessions;
  private final LifeSigns signs;
  private final InstantSource clock;
  private Map<SessionId, Suspicion> suspicions = Map.of();

  /**
   * @param storage in the name of whom sessions are ended
   */
  public Liveness(Storage storage, LifeSigns signs, InstantSource clock) {
    this.views = storage.sessionViews();
    this.sessions = storage.sessions();
    this.signs = signs;
    this.clock = clock;
  }

  /** What a round has found of a session as it stood then. */
  private record Suspicion(Session session, Proof proof) {

    boolean isConfirmedBy(Suspicion later) {
      return proof == later.proof && later.session.isUnseenSince(session);
    }
  }

  @Override
  public Rest run() {
    Map<SessionId, Suspicion> found = new HashMap<>();
    Panes panes = new Panes(signs::panesOf);
    for (Session session : LiveSessions.of(views)) {
      proof(session.client(), panes)
          .ifPresent(proof -> found.put(session.id(), new Suspicion(session, proof)));
    }
    found.values().forEach(this::settleIfConfirmed);
    suspicions = found;
    return Rest.NOTHING_LEFT;
  }

  private void settleIfConfirmed(Suspicion now) {
    Suspicion before = suspicions.get(now.session().id());
    if (before != null && before.isConfirmedBy(now)) {
      sessions.settle(now.session(), now.proof(), clock.instant());
    }
  }

  /** The process first: a client may outlive its pane, and where it is known to live, it does. */
  private Optional<Proof> proof(Client client, Panes panes) {
    Fate process = client.process() == null ? Fate.UNKNOWN : signs.fateOf(client.process());
    return switch (process) {
      case ALIVE -> Optional.empty();
      case GONE -> Optional.of(Proof.PROCESS_GONE);
      case UNKNOWN -> panes.lack(client) ? Optional.of(Proof.PANE_GONE) : Optional.empty();
    };
  }

  /** The panes of one round: each server is asked once, and only if a session depends on it. */
  private static final class Panes {

    private final Map<TmuxServer, Optional<Set<String>>> byServer = new HashMap<>();
    private final Function<TmuxServer, Optional<Set<String>>> ask;

    Panes(Function<TmuxServer, Optional<Set<String>>> ask) {
      this.ask = ask;
    }

    /** Whether the server of the client's pane has answered, and has no such pane. */
    boolean lack(Client client) {
      String pane = client.tmuxPane();
      TmuxServer server = client.tmuxServer();
      return pane != null
          && server != null
          && byServer
              .computeIfAbsent(server, ask)
              .filter(panes -> !panes.contains(pane))
              .isPresent();
    }
  }
}
