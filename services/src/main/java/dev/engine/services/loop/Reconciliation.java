package dev.engine.services.loop;

import dev.engine.domain.Storage;
import dev.engine.domain.host.ClientReports;
import dev.engine.domain.session.ClaudeSessionId;
import dev.engine.domain.session.ClientReport;
import dev.engine.domain.session.Proof;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionViews;
import dev.engine.domain.session.Sessions;
import dev.engine.services.loop.Loop.Rest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Corrects sessions that are stuck in a state because the event that should have ended it never
 * came: a tool that the person interrupted tells nothing. Only the client itself can say so, and it
 * is asked only while a session looks stuck.
 */
public final class Reconciliation implements Loop.Work {

  private final SessionViews views;
  private final Sessions sessions;
  private final ClientReports reports;
  private final InstantSource clock;

  /**
   * @param storage in the name of whom states are corrected
   */
  public Reconciliation(Storage storage, ClientReports reports, InstantSource clock) {
    this.views = storage.sessionViews();
    this.sessions = storage.sessions();
    this.reports = reports;
    this.clock = clock;
  }

  @Override
  public Rest run() {
    Instant now = clock.instant();
    List<Session> stuck =
        LiveSessions.of(views).stream().filter(session -> session.looksStuckAt(now)).toList();
    if (!stuck.isEmpty()) {
      settle(stuck, reports.now());
    }
    return Rest.NOTHING_LEFT;
  }

  private void settle(List<Session> stuck, Map<ClaudeSessionId, ClientReport> told) {
    for (Session session : stuck) {
      Optional.ofNullable(told.get(session.claudeId()))
          .flatMap(report -> Proof.of(report, session.state()))
          .ifPresent(proof -> sessions.settle(session, proof, clock.instant()));
    }
  }
}
