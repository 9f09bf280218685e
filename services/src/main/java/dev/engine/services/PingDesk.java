package dev.engine.services;

import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.TimeSpan;
import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.domain.ping.Acknowledging;
import dev.engine.domain.ping.Answer;
import dev.engine.domain.ping.Answering;
import dev.engine.domain.ping.Appeal;
import dev.engine.domain.ping.Ping;
import dev.engine.domain.ping.PingFilter;
import dev.engine.domain.ping.PingId;
import dev.engine.domain.ping.Pings;
import dev.engine.domain.ping.Snoozing;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionId;
import dev.engine.domain.session.Sessions;
import java.time.Instant;
import java.time.InstantSource;

/** What agents want from the person, and what the person says to it. */
public final class PingDesk {

  private final Pings pings;
  private final Sessions sessions;
  private final InstantSource clock;

  public PingDesk(Pings pings, Sessions sessions, InstantSource clock) {
    this.pings = pings;
    this.sessions = sessions;
    this.clock = clock;
  }

  /**
   * Asks for the person. The answer goes to the conversation that the appeal names, else to that of
   * the session that it names.
   *
   * @throws NotFound if it names a session that does not exist
   */
  public Ping send(Appeal appeal) {
    return pings.send(addressed(appeal), clock.instant());
  }

  /** What {@code filter} lets through, the one sent last at the front. */
  public Listed<Ping> list(PingFilter filter, Page page) {
    return pings.list(filter, page);
  }

  /**
   * One ping.
   *
   * @throws NotFound if there is no ping {@code id}
   */
  public Ping show(PingId id) {
    return pings.find(id).orElseThrow(() -> new NotFound("ping", id));
  }

  /**
   * Marks a ping as seen. Doing so twice is harmless: the answer is then the ping as it was seen
   * first.
   *
   * @throws NotFound if there is no ping {@code id}
   */
  public Ping acknowledge(PingId id) {
    return switch (pings.acknowledge(id, clock.instant())) {
      case Acknowledging.AcknowledgedNow now -> now.ping();
      case Acknowledging.AcknowledgedBefore before -> before.ping();
      case Acknowledging.NoSuchPing none -> throw new NotFound("ping", id);
    };
  }

  /**
   * Answers a ping, which is told to the conversation that asked.
   *
   * @throws NotFound if there is no ping {@code id}
   * @throws Conflict if it was answered before
   */
  public Ping answer(PingId id, Answer answer) {
    return switch (pings.answer(id, answer, clock.instant())) {
      case Answering.AnsweredNow now -> now.ping();
      case Answering.AnsweredBefore before ->
          throw new Conflict(
              "ping %s was answered before, and the first answer stands".formatted(id));
      case Answering.NoSuchPing none -> throw new NotFound("ping", id);
    };
  }

  /**
   * Keeps a ping out of attention for a while.
   *
   * @throws NotFound if there is no ping {@code id}
   * @throws Conflict if it was acknowledged or answered
   */
  public Ping snooze(PingId id, TimeSpan pause) {
    Instant now = clock.instant();
    return switch (pings.snooze(id, now.plus(pause.length()), now)) {
      case Snoozing.Snoozed snoozed -> snoozed.ping();
      case Snoozing.NotOpen seen ->
          throw new Conflict("ping %s was seen before and asks for nothing more".formatted(id));
      case Snoozing.NoSuchPing none -> throw new NotFound("ping", id);
    };
  }

  private Appeal addressed(Appeal appeal) {
    SessionId id = appeal.session();
    if (id == null) {
      return appeal;
    }
    Session asking = sessions.find(id).orElseThrow(() -> new NotFound("session", id));
    return appeal.conversation() == null ? appeal.from(asking.conversation()) : appeal;
  }
}
