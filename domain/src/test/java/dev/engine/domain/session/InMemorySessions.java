package dev.engine.domain.session;

import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.conversation.Conversation;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.hook.HookOutcome;
import dev.engine.domain.hook.InMemoryHookCalls;
import dev.engine.domain.hook.RecordedCall;
import dev.engine.domain.hook.Recording;
import dev.engine.domain.journal.InMemoryJournal;
import dev.engine.domain.session.Session.State;
import dev.engine.domain.session.SessionFilter.Life;
import dev.engine.domain.testing.InMemoryPages;
import dev.engine.domain.toolcall.InMemoryToolCalls;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** {@link Sessions} and its views for the tests of everything above storage. */
public final class InMemorySessions implements Sessions, SessionViews {

  private static final Comparator<Session> BY_START =
      Comparator.<Session, Instant>comparing(session -> session.origin().startedAt())
          .thenComparing(session -> session.id().value());

  private final Map<SessionId, Session> byId = new LinkedHashMap<>();
  private final RandomGenerator random;
  private final InMemoryJournal journal;
  private final InMemoryHookCalls hookCalls;
  private final InMemoryToolCalls toolCalls;
  private BiConsumer<Session, Instant> lateBeginnings = (session, begun) -> {};

  public InMemorySessions(RandomGenerator random, InMemoryJournal journal) {
    this(random, journal, new InMemoryHookCalls());
  }

  public InMemorySessions(
      RandomGenerator random, InMemoryJournal journal, InMemoryHookCalls hookCalls) {
    this(random, journal, hookCalls, new InMemoryToolCalls());
  }

  public InMemorySessions(
      RandomGenerator random,
      InMemoryJournal journal,
      InMemoryHookCalls hookCalls,
      InMemoryToolCalls toolCalls) {
    this.random = random;
    this.journal = journal;
    this.hookCalls = hookCalls;
    this.toolCalls = toolCalls;
  }

  /**
   * Tells {@code offers} of each context whose beginning was kept in the spool, and when it was.
   */
  public void tellLateBeginningsTo(BiConsumer<Session, Instant> offers) {
    this.lateBeginnings = offers;
  }

  @Override
  public synchronized Observation observe(Sighting sighting) {
    Session known = known(sighting.claudeId());
    if (known == null) {
      return new Observation.NotKnown(sighting.claudeId());
    }
    Session next = known.after(sighting);
    HookOutcome outcome = next.equals(known) ? HookOutcome.UNCHANGED : HookOutcome.STORED;
    if (remembersAlready(sighting, outcome)) {
      return new Observation.HandledBefore(sighting.arrival().eventId());
    }
    recordTool(sighting, known.id());
    journal.add(SessionEvents.observed(known, next, sighting));
    if (next.equals(known)) {
      return new Observation.Unchanged(known);
    }
    byId.put(next.id(), next);
    if (sighting.hasWaited() && next.isInAnotherContextThan(known)) {
      lateBeginnings.accept(next, sighting.at());
    }
    return new Observation.Applied(next);
  }

  @Override
  public synchronized Observation admit(Sighting first, Newcomer newcomer) {
    if (known(first.claudeId()) != null) {
      return observe(first);
    }
    if (remembersAlready(first, HookOutcome.STORED)) {
      return new Observation.HandledBefore(first.arrival().eventId());
    }
    Admission admission = Admission.of(first, newcomer, relatives(newcomer), random);
    if (admission.displaced() != null) {
      end(admission.displaced(), first.at(), EndReason.CLEAR);
    }
    Session session = Session.admitted(freeId(), admission.assignment(), admission.origin(), first);
    byId.put(session.id(), session);
    recordTool(first, session.id());
    journal.add(SessionEvents.admitted(session, first, admission.parent()));
    return new Observation.Admitted(session);
  }

  @Override
  public synchronized Optional<Session> find(SessionId id) {
    return Optional.ofNullable(byId.get(id));
  }

  @Override
  public synchronized Optional<Session> find(ClaudeSessionId claudeId) {
    return Optional.ofNullable(known(claudeId));
  }

  @Override
  public synchronized Ending end(SessionId id, Instant at, EndReason reason) {
    Session stored = byId.get(id);
    if (stored == null) {
      return new Ending.NoSuchSession(id);
    }
    if (!stored.isLive()) {
      return new Ending.EndedBefore(stored);
    }
    Session ended = stored.end(at, reason);
    byId.put(id, ended);
    journal.add(SessionEvents.ended(ended, at));
    return new Ending.EndedNow(ended);
  }

  @Override
  public synchronized Settling settle(Session seen, Proof proof, Instant at) {
    Session stored = byId.get(seen.id());
    if (stored == null) {
      return new Settling.NoSuchSession(seen.id());
    }
    if (!stored.isUnseenSince(seen)) {
      return new Settling.Outdated(stored);
    }
    Session settled = stored.settledBy(proof, at);
    if (settled.equals(stored)) {
      return new Settling.AsBefore(stored);
    }
    byId.put(settled.id(), settled);
    journal.add(SessionEvents.settled(stored, settled, proof, at));
    return new Settling.Settled(settled);
  }

  @Override
  public synchronized StatusChange say(SessionId id, StatusText status, Instant at) {
    Session stored = byId.get(id);
    if (stored == null) {
      return new StatusChange.NoSuchSession(id);
    }
    if (!stored.isLive()) {
      return new StatusChange.AlreadyEnded(stored);
    }
    Session said = stored.saying(status);
    byId.put(id, said);
    journal.add(SessionEvents.said(stored, said, at));
    return new StatusChange.Said(said);
  }

  @Override
  public synchronized Listed<Session> list(SessionFilter filter, Page page) {
    return InMemoryPages.newestFirst(
        byId.values().stream()
            .filter(session -> matches(filter.life(), session))
            .filter(
                session -> filter.role() == null || filter.role() == session.assignment().role())
            .filter(
                session ->
                    filter.conversation() == null
                        || filter.conversation().equals(session.conversation())),
        ORDER,
        page);
  }

  /** The newest that the client calls {@code claudeId}. */
  public synchronized Optional<Session> newest(ClaudeSessionId claudeId) {
    return Optional.ofNullable(known(claudeId));
  }

  /** Keeps {@code session} in place of the one with its id. */
  public synchronized void put(Session session) {
    byId.put(session.id(), session);
  }

  /** Every conversation, the one that a session joined last at the front. */
  public synchronized List<Conversation> conversations() {
    Map<ConversationId, List<Session>> lines = new LinkedHashMap<>();
    for (Session session : newestFirst(any -> true)) {
      lines.computeIfAbsent(session.conversation(), id -> new ArrayList<>()).addFirst(session);
    }
    return lines.entrySet().stream()
        .map(line -> new Conversation(line.getKey(), line.getValue()))
        .toList();
  }

  /** The live sessions of a conversation, the one that started last at the front. */
  public synchronized List<Session> liveIn(ConversationId conversation) {
    return newestFirst(session -> session.isLive() && session.conversation().equals(conversation));
  }

  /** The session that the client calls {@code claudeId}, if it is known. */
  public synchronized Optional<Session> withClaudeId(ClaudeSessionId claudeId) {
    return Optional.ofNullable(known(claudeId));
  }

  private void recordTool(Sighting sighting, SessionId session) {
    if (sighting.tool() != null) {
      toolCalls.record(sighting.tool(), session, sighting.at());
    }
  }

  /** Remembers the call, unless it is remembered. */
  private boolean remembersAlready(Sighting sighting, HookOutcome outcome) {
    RecordedCall call = new RecordedCall(sighting.arrival(), sighting.at(), outcome);
    return hookCalls.record(call) instanceof Recording.RecordedBefore;
  }

  private static boolean matches(Life life, Session session) {
    return switch (life) {
      case LIVE -> session.isLive();
      case ENDED -> !session.isLive();
      case ANY -> true;
    };
  }

  private Relatives relatives(Newcomer newcomer) {
    return new Relatives(
        cleared(),
        newestFirst(Session::isLive),
        newestFirst(session -> session.conversation().equals(newcomer.handed())),
        newestFirst(session -> session.assignment().role() == Role.CHIEF).stream()
            .findFirst()
            .orElse(null));
  }

  private List<Session> cleared() {
    return byId.values().stream()
        .filter(this::isClearedAndNotFollowed)
        .sorted(Comparator.comparing(InMemorySessions::endedAt).reversed())
        .toList();
  }

  private static Instant endedAt(Session session) {
    return session.state() instanceof State.Ended ended ? ended.at() : Instant.MAX;
  }

  private boolean isClearedAndNotFollowed(Session session) {
    return session.state() instanceof State.Ended ended
        && ended.reason() == EndReason.CLEAR
        && byId.values().stream().noneMatch(next -> follows(next, session.id(), ended));
  }

  private static boolean follows(Session next, SessionId previous, State.Ended end) {
    return previous.equals(next.origin().previous())
        && !next.origin().startedAt().isBefore(end.at());
  }

  private List<Session> newestFirst(Predicate<Session> fits) {
    return byId.values().stream().filter(fits).sorted(BY_START.reversed()).toList();
  }

  private @Nullable Session known(ClaudeSessionId claudeId) {
    return newestFirst(session -> session.claudeId().equals(claudeId)).stream()
        .findFirst()
        .orElse(null);
  }

  private SessionId freeId() {
    SessionId id = SessionId.random(random);
    while (byId.containsKey(id)) {
      id = SessionId.random(random);
    }
    return id;
  }
}
