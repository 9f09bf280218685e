package dev.engine.domain.session;

import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.hook.HookOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One run of Claude Code, from its first event to its last. */
public record Session(
    SessionId id,
    ClaudeSessionId claudeId,
    Assignment assignment,
    Origin origin,
    Client client,
    State state,
    Report report) {

  /**
   * By how much the last tool's hook may overtake the end of its session. Whoever resumes a session
   * takes longer to start, so an end that comes this late is an end all the same; to drop it would
   * leave the session alive for ever.
   */
  private static final Duration FAREWELL = Duration.ofSeconds(1);

  /** In which even a model that thinks long is heard of. */
  private static final Duration QUIET = Duration.ofMinutes(5);

  /** Where a session stands. What only a live or only an ended session has, only that state has. */
  public sealed interface State {

    /** What the session does, or did when it began to wait; an ended one is idle. */
    Activity activity();

    /** It goes on by itself. */
    record Working(Activity activity) implements State {}

    /** It needs a person. */
    record Waiting(Activity activity, Want want, Instant since) implements State {}

    /** It is over. */
    record Ended(Instant at, EndReason reason) implements State {
      @Override
      public Activity activity() {
        return Activity.IDLE;
      }
    }
  }

  /** A session that its first event, {@code first}, has just made known. */
  public static Session admitted(
      SessionId id, Assignment assignment, Origin origin, Sighting first) {
    Session blank =
        new Session(
            id,
            first.claudeId(),
            assignment,
            origin,
            Client.UNKNOWN,
            new State.Working(Activity.IDLE),
            new Report(first.at(), null, ModelContext.FIRST));
    Session begun = blank.live(first);
    return begun.withOrigin(origin).with(begun.report.within(ModelContext.FIRST));
  }

  public ConversationId conversation() {
    return origin.conversation();
  }

  public boolean isLive() {
    return !(state instanceof State.Ended);
  }

  /**
   * This session after {@code sighting}. Three kinds of event change nothing and return the session
   * itself: one that a later event has overtaken, because hooks run side by side, any event but a
   * start for a session that has ended, and the end of a client that the session has left. Of a
   * start that was overtaken one thing still holds: a context began.
   */
  public Session after(Sighting sighting) {
    if (isOvertaken(sighting)) {
      return isLive() && sighting.signal() instanceof Signal.Started started
          ? begun(started.source(), sighting.at())
          : this;
    }
    if (isLive()) {
      return isEndOfAnotherClient(sighting) ? this : live(sighting);
    }
    return sighting.signal() instanceof Signal.Started ? reopened().live(sighting) : this;
  }

  /**
   * Whether {@code sighting} tells that another process than this session's ends. The session was
   * resumed elsewhere while that one still ran, in a terminal that nobody sees any more perhaps.
   */
  boolean isEndOfAnotherClient(Sighting sighting) {
    return sighting.signal() instanceof Signal.Ended
        && client.isAnotherProcessThan(sighting.client());
  }

  /** Whether a context has begun since this was {@code earlier}. */
  public boolean isInAnotherContextThan(Session earlier) {
    return report.context().number() != earlier.report.context().number();
  }

  /** Ended at {@code at}; an already ended session is returned as is: the first reason stands. */
  public Session end(Instant at, EndReason reason) {
    return isLive() ? with(new State.Ended(at, reason)) : this;
  }

  /**
   * This session where {@code proof}, found at {@code at}, shows that it stands; an ended one is
   * returned as is.
   */
  public Session settledBy(Proof proof, Instant at) {
    return isLive() ? with(proof.appliedTo(state, at)) : this;
  }

  /** Whether no event came since this was {@code earlier}, so that what was found then counts. */
  public boolean isUnseenSince(Session earlier) {
    return isLive()
        && report.lastSeenAt().equals(earlier.report.lastSeenAt())
        && client.equals(earlier.client);
  }

  /**
   * Since when nobody knows whether this session lives: nothing was heard of it for minutes, and it
   * has told neither of a process nor of a pane that could be looked at. Empty for all others.
   */
  public Optional<Instant> quietSince(Instant now) {
    return unprovenSince().filter(lastSeenAt -> isQuietAt(now));
  }

  /** The same however short it is: when a session was heard of whose life nothing else proves. */
  public Optional<Instant> unprovenSince() {
    return isLive() && !client.isTraceable() ? Optional.of(report.lastSeenAt()) : Optional.empty();
  }

  private boolean isQuietAt(Instant now) {
    return Duration.between(report.lastSeenAt(), now).compareTo(QUIET) >= 0;
  }

  /** Whether it is in the midst of something, and has been for minutes without a word. */
  public boolean looksStuckAt(Instant now) {
    boolean isResting = state.equals(new State.Working(Activity.IDLE)) || !isLive();
    return !isResting && isQuietAt(now);
  }

  /** This session working on what {@code status} says. */
  public Session saying(StatusText status) {
    return with(report.saying(status));
  }

  /**
   * Whether {@code percentUsed} (0..100) calls for a warning that was not yet given. An ended
   * session is never warned.
   */
  public boolean owesWarningAt(int percentUsed) {
    return isLive() && ContextLevel.reachedAt(percentUsed).compareTo(report.context().warned()) > 0;
  }

  /**
   * This session with its context as full as {@code percentUsed} (0..100) at {@code at}, warned if
   * it owes a warning.
   */
  public Session filledTo(int percentUsed, Instant at) {
    return with(report.within(report.context().filledTo(percentUsed, at))).warnedAt(percentUsed);
  }

  /** This session warned if it owes a warning at {@code percentUsed} (0..100). */
  public Session warnedAt(int percentUsed) {
    return owesWarningAt(percentUsed)
        ? with(report.within(report.context().warnedOf(ContextLevel.reachedAt(percentUsed))))
        : this;
  }

  private boolean isOvertaken(Sighting sighting) {
    Instant newest = report.lastSeenAt();
    Instant stillCounts =
        sighting.signal() instanceof Signal.Ended ? newest.minus(FAREWELL) : newest;
    return sighting.at().isBefore(stillCounts)
        && (sighting.hasWaited() || HookOrder.isOvertaken(sighting.at(), newest));
  }

  private Session live(Sighting sighting) {
    Session next =
        new Session(
            id,
            claudeId,
            assignment,
            origin,
            sighting.signal() instanceof Signal.Started
                ? client.restartedAs(sighting.client())
                : client.after(sighting.client()),
            sighting.signal().appliedTo(state, sighting.at()),
            report.seenAt(sighting.at()));
    return sighting.signal() instanceof Signal.Started started
        ? next.begun(started.source(), sighting.at())
        : next;
  }

  /** Says how the session goes on, and in which context; where that is empty, warnings too. */
  private Session begun(Source source, Instant at) {
    ModelContext context = report.context();
    return switch (source) {
      case STARTUP -> this;
      case RESUME -> continuedBy(Continuation.RESUME).with(report.within(context.reloaded()));
      case FORK -> continuedBy(Continuation.FORK).with(report.within(context.reloaded()));
      case CLEAR -> continuedBy(Continuation.CLEAR).with(report.within(context.emptied(at)));
      case COMPACT -> continuedBy(Continuation.COMPACT).with(report.within(context.emptied(at)));
    };
  }

  private Session reopened() {
    return with(new State.Working(Activity.IDLE));
  }

  private Session with(State next) {
    return new Session(id, claudeId, assignment, origin, client, next, report);
  }

  private Session continuedBy(Continuation next) {
    return withOrigin(origin.continuedBy(next));
  }

  private Session withOrigin(Origin next) {
    return new Session(id, claudeId, assignment, next, client, state, report);
  }

  private Session with(Report next) {
    return new Session(id, claudeId, assignment, origin, client, state, next);
  }
}
