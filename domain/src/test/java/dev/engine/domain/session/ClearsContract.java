package dev.engine.domain.session;

import static dev.engine.domain.session.SessionExamples.NOON;
import static dev.engine.domain.session.SessionExamples.clientWithPid;
import static dev.engine.domain.session.SessionExamples.newcomer;
import static dev.engine.domain.session.SessionExamples.sighting;
import static dev.engine.domain.session.SessionExamples.started;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.conversation.ConversationId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That {@link Sessions} let a {@code /clear} keep its conversation, whatever followed before. */
public interface ClearsContract {

  Client CLIENT = clientWithPid(73);

  LocalDate TODAY = LocalDate.parse("2026-01-05");

  /** An empty store. */
  Sessions sessions();

  @Test
  default void aSessionThatIsResumedAfterItsClearIsFollowedAfterTheNextOne() {
    Sessions sessions = sessions();
    Session first = start(sessions, "a", newcomer(Role.PROJECT));
    clear(sessions, "a", at(1));
    admitted(sessions, "b", Source.CLEAR, CLIENT, at(1));
    sessions.observe(sighting("b", new Signal.Ended(EndReason.RESUME), CLIENT, at(10)));
    sessions.observe(sighting("a", started(Source.RESUME), CLIENT, at(11)));
    clear(sessions, "a", at(20));

    Session third = admitted(sessions, "c", Source.CLEAR, CLIENT, at(21));

    assertThat(third.origin())
        .isEqualTo(new Origin(first.conversation(), Continuation.CLEAR, first.id(), at(21)));
  }

  @Test
  default void aSecondWindowOfTheConversationTakesNoClear() {
    Sessions sessions = sessions();
    Session first = start(sessions, "a", newcomer(Role.PROJECT));
    admitted(sessions, "b", Source.STARTUP, clientWithPid(74), at(10), handed(first));
    clear(sessions, "a", at(20));

    Session third = admitted(sessions, "c", Source.CLEAR, CLIENT, at(21));

    assertThat(third.origin())
        .isEqualTo(new Origin(first.conversation(), Continuation.CLEAR, first.id(), at(21)));
  }

  @Test
  default void aChiefBesideAnotherStaysInItsDayWhenItIsClearedAfterMidnight() {
    Sessions sessions = sessions();
    Session first = start(sessions, "a", newcomer(Role.CHIEF));
    admitted(sessions, "b", Source.STARTUP, clientWithPid(74), at(10), newcomer(Role.CHIEF));
    Instant night = at(24 * 3600);
    clear(sessions, "a", night);

    Session third =
        admitted(
            sessions, "c", Source.CLEAR, CLIENT, night.plusSeconds(1), chiefOn(TODAY.plusDays(1)));

    assertThat(third.conversation()).isEqualTo(new ConversationId("chief-2026-01-05"));
    assertThat(third.origin().previous()).isEqualTo(first.id());
  }

  private static Session start(Sessions sessions, String claudeId, Newcomer newcomer) {
    return admitted(sessions, claudeId, Source.STARTUP, CLIENT, NOON, newcomer);
  }

  private static void clear(Sessions sessions, String claudeId, Instant at) {
    sessions.observe(sighting(claudeId, new Signal.Ended(EndReason.CLEAR), CLIENT, at));
  }

  private static Session admitted(
      Sessions sessions, String claudeId, Source source, Client client, Instant at) {
    return admitted(sessions, claudeId, source, client, at, newcomer(Role.PROJECT));
  }

  private static Session admitted(
      Sessions sessions,
      String claudeId,
      Source source,
      Client client,
      Instant at,
      Newcomer newcomer) {
    Sighting first = sighting(claudeId, started(source), client, at);
    return ((Observation.Admitted) sessions.admit(first, newcomer)).session();
  }

  private static Newcomer handed(Session owner) {
    return new Newcomer(owner.assignment(), owner.conversation(), List.of(), TODAY);
  }

  private static Newcomer chiefOn(LocalDate day) {
    return new Newcomer(new Assignment(Role.CHIEF, Mode.INTERACTIVE), null, List.of(), day);
  }

  private static Instant at(long seconds) {
    return NOON.plusSeconds(seconds);
  }
}
