package dev.engine.services;

import dev.engine.domain.Limit;
import dev.engine.domain.Page;
import dev.engine.domain.Storage;
import dev.engine.domain.host.Pauses;
import dev.engine.domain.session.ClaudeSessionId;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionFilter;
import dev.engine.domain.session.SessionViews;
import dev.engine.domain.session.Sessions;
import dev.engine.domain.toolcall.ToolCall;
import dev.engine.domain.toolcall.ToolCalls;
import dev.engine.domain.toolcall.ToolUseId;
import dev.engine.domain.worker.WorkerId;
import dev.engine.domain.worker.WorkerQueue;
import java.time.Duration;
import java.util.Optional;

/**
 * Finds out who calls a tool: the session whose hook told of that very use, else the one that lives
 * in the process of the one that the environment of the caller names. The environment alone is
 * stale after {@code /clear}: nobody speaks for a session that has ended. It is a worker if the
 * environment says so, or if the session is the one that an attempt underway was told to be.
 */
public final class CallerRecognition {

  /** The hook runs beside the call, without holding it up, and may come a little later. */
  private static final Duration LOOK = Duration.ofMillis(25);

  private static final int LOOKS = 20;

  /** Far more than ever are at work at once. */
  private static final Limit ALL = new Limit(1_000);

  private static final Page FRONT = Page.first(ALL);

  private final Sessions sessions;
  private final SessionViews views;
  private final ToolCalls calls;
  private final WorkerQueue queue;
  private final Pauses pauses;

  public CallerRecognition(Storage storage, Pauses pauses) {
    this.sessions = storage.sessions();
    this.views = storage.sessionViews();
    this.calls = storage.toolCalls();
    this.queue = storage.workerQueue();
    this.pauses = pauses;
  }

  /** Who makes a call of which {@code claim} is said; it may take half a second. */
  public Caller of(CallerClaim claim) {
    Optional<Session> session =
        Optional.ofNullable(claim.toolUse()).flatMap(this::byUse).or(() -> byEnvironment(claim));
    Optional<WorkerId> worker =
        Optional.ofNullable(claim.worker())
            .or(
                () ->
                    session
                        .map(Session::claudeId)
                        .or(() -> Optional.ofNullable(claim.session()))
                        .flatMap(this::worker));
    if (worker.isPresent()) {
      return new Caller.Working(worker.get(), session.orElse(null));
    }
    return session.<Caller>map(Caller.InSession::new).orElseGet(Caller.Unknown::new);
  }

  /** Who is at work as {@code session}; whoever resumes it afterwards is a session like others. */
  private Optional<WorkerId> worker(ClaudeSessionId session) {
    return queue.unfinished(ALL).stream()
        .filter(work -> work.attempt().claudeSession().equals(session))
        .map(work -> work.worker().id())
        .findFirst();
  }

  private Optional<Session> byUse(ToolUseId use) {
    Optional<ToolCall> call = calls.find(use);
    for (int looks = 1; call.isEmpty() && looks < LOOKS; looks++) {
      pauses.pause(LOOK);
      call = calls.find(use);
    }
    return call.map(ToolCall::session).flatMap(sessions::find);
  }

  private Optional<Session> byEnvironment(CallerClaim claim) {
    return Optional.ofNullable(claim.session())
        .flatMap(sessions::find)
        .flatMap(named -> successor(named).or(() -> Optional.of(named).filter(Session::isLive)));
  }

  /** Of the sessions that live in the process of {@code named}, the one that started last. */
  private Optional<Session> successor(Session named) {
    return views.list(SessionFilter.LIVE, FRONT).items().stream()
        .filter(session -> session.client().isSameProcessAs(named.client()))
        .findFirst();
  }
}
