package dev.engine.domain.session;

import dev.engine.domain.conversation.ConversationId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Which conversation a session joins that is seen for the first time: the one place where this is
 * decided. The first rule that fits wins:
 *
 * <ol>
 *   <li>a conversation is handed to it by its environment, and it is no nested child: that one
 *   <li>it follows a {@code /clear} in the same client: the cleared session's
 *   <li>it is a fork: a new one of the same role
 *   <li>it is the chief: today's
 *   <li>otherwise: a new one
 * </ol>
 *
 * <p>That a known session keeps its conversation is the rule before these, and needs no decision.
 *
 * @param assignment what the session turns out to be there for
 * @param origin the conversation it joins, and how
 * @param displaced a session of the same client process that must have ended by {@code clear},
 *     although its end was never seen; null in the usual case
 * @param parent the session from inside which its client was started; null in the usual case
 */
public record Admission(
    Assignment assignment,
    Origin origin,
    @Nullable SessionId displaced,
    @Nullable SessionId parent) {

  /** How long after an end in the same directory a start still counts as its continuation. */
  private static final Duration SAME_DIRECTORY = Duration.ofSeconds(5);

  /**
   * Finds the place of a session that is not known yet.
   *
   * @param random draws the conversation id where a new one is needed
   */
  public static Admission of(
      Sighting first, Newcomer newcomer, Relatives relatives, RandomGenerator random) {
    SessionId parent = parent(first.client(), newcomer, relatives).map(Session::id).orElse(null);
    Admission found = of(first, newcomer, relatives, parent != null, random);
    return new Admission(found.assignment, found.origin, found.displaced, parent);
  }

  private static Admission of(
      Sighting first,
      Newcomer newcomer,
      Relatives relatives,
      boolean isNested,
      RandomGenerator random) {
    // Of a nested client, the environment speaks of its parent: nothing is handed to it.
    Assignment assignment = isNested ? Assignment.NESTED : newcomer.assignment();
    Optional<ConversationId> handed =
        isNested ? Optional.empty() : Optional.ofNullable(newcomer.handed());
    Optional<Session> cleared = clearedBefore(first, relatives);
    if (handed.isPresent()) {
      return handedOver(first, newcomer, handed.get(), cleared, relatives);
    }
    if (cleared.isPresent()) {
      return following(first, cleared.get());
    }
    if (startsBy(first, Source.FORK)) {
      return fork(first, assignment, relatives, random);
    }
    if (assignment.role() == Role.CHIEF) {
      return chief(first, newcomer, relatives.lastChief());
    }
    return fresh(first, assignment, Continuation.STARTUP, null, random);
  }

  /**
   * Of sessions that the client's directory alone tells of, the first that still may be followed.
   */
  public static Instant earliestClear(Sighting first) {
    return first.at().minus(SAME_DIRECTORY);
  }

  /**
   * The session from inside which the client was started, and whose environment it has inherited.
   * The process tree tells; clients before 2.1.330 do not say which process they are, and then a
   * {@code -p} client in the pane of a live session counts as its child.
   */
  private static Optional<Session> parent(Client client, Newcomer newcomer, Relatives relatives) {
    Predicate<Session> runsAbove =
        session ->
            session.client().process() != null
                && newcomer.ancestors().stream().anyMatch(session.client().process()::isSameAs);
    Predicate<Session> runsInItsPane =
        session ->
            client.process() == null
                && newcomer.assignment().mode() == Mode.BACKGROUND
                && session.client().isInSamePaneAs(client);
    return newest(relatives.alive(), runsAbove).or(() -> newest(relatives.alive(), runsInItsPane));
  }

  private static Admission handedOver(
      Sighting first,
      Newcomer newcomer,
      ConversationId handed,
      Optional<Session> cleared,
      Relatives relatives) {
    Optional<Session> clearedHere = cleared.filter(s -> s.conversation().equals(handed));
    if (clearedHere.isPresent()) {
      return following(first, clearedHere.get());
    }
    SessionId previous = relatives.handed().stream().findFirst().map(Session::id).orElse(null);
    Origin origin = new Origin(handed, Continuation.HANDOFF, previous, first.at());
    return new Admission(newcomer.assignment(), origin, null, null);
  }

  private static Admission fork(
      Sighting first, Assignment own, Relatives relatives, RandomGenerator random) {
    Optional<Session> parent = sameProcess(first.client(), relatives.alive());
    Assignment assignment = parent.map(Session::assignment).orElse(own);
    SessionId previous = parent.map(Session::id).orElse(null);
    return fresh(first, assignment, Continuation.FORK, previous, random);
  }

  private static Admission following(Sighting first, Session cleared) {
    Origin origin =
        new Origin(cleared.conversation(), Continuation.CLEAR, cleared.id(), first.at());
    SessionId displaced = cleared.isLive() ? cleared.id() : null;
    return new Admission(cleared.assignment(), origin, displaced, null);
  }

  private static Admission chief(Sighting first, Newcomer newcomer, @Nullable Session lastChief) {
    ConversationId today = ConversationId.chief(newcomer.today());
    SessionId previous = lastChief == null ? null : lastChief.id();
    Origin origin = new Origin(today, Continuation.STARTUP, previous, first.at());
    return new Admission(newcomer.assignment(), origin, null, null);
  }

  private static Admission fresh(
      Sighting first,
      Assignment assignment,
      Continuation continuation,
      @Nullable SessionId previous,
      RandomGenerator random) {
    ConversationId id = ConversationId.forTask(assignment.role().wireName(), random);
    return new Admission(
        assignment, new Origin(id, continuation, previous, first.at()), null, null);
  }

  /**
   * The session that was cleared in favour of this one. A live session of the very same process
   * counts too: one client has one session, so the hook that should have told its end was lost (the
   * client gives it 1.5 s).
   */
  private static Optional<Session> clearedBefore(Sighting first, Relatives relatives) {
    if (!startsBy(first, Source.CLEAR)) {
      return Optional.empty();
    }
    Client client = first.client();
    if (client.process() != null) {
      return sameProcess(client, relatives.cleared())
          .or(() -> sameProcess(client, relatives.alive()));
    }
    if (client.tmuxPane() != null) {
      return newest(relatives.cleared(), session -> session.client().isInSamePaneAs(client));
    }
    return newest(
        relatives.cleared(),
        session -> session.client().isInSameDirectoryAs(client) && hasJustEnded(session, first));
  }

  private static boolean hasJustEnded(Session session, Sighting first) {
    return session.state() instanceof Session.State.Ended ended
        && Duration.between(ended.at(), first.at()).abs().compareTo(SAME_DIRECTORY) <= 0;
  }

  private static Optional<Session> sameProcess(Client client, List<Session> sessions) {
    return newest(sessions, session -> session.client().isSameProcessAs(client));
  }

  private static Optional<Session> newest(List<Session> newestFirst, Predicate<Session> fits) {
    return newestFirst.stream().filter(fits).findFirst();
  }

  private static boolean startsBy(Sighting first, Source source) {
    return first.signal() instanceof Signal.Started started && started.source() == source;
  }
}
