package dev.engine.services;

import static dev.engine.domain.session.SessionExamples.NOON;
import static dev.engine.domain.session.SessionExamples.newcomer;
import static dev.engine.domain.session.SessionExamples.sighting;
import static dev.engine.domain.session.SessionExamples.started;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.domain.session.EndReason;
import dev.engine.domain.session.Observation;
import dev.engine.domain.session.Role;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionId;
import dev.engine.domain.session.Source;
import dev.engine.domain.session.StatusText;
import dev.engine.domain.testing.InMemoryStorage;
import java.time.Instant;
import java.time.InstantSource;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class SessionLifecycleTest {

  private static final Instant NOW = NOON.plusSeconds(60);
  private static final SessionId UNKNOWN = new SessionId("0000beef");

  private final InMemoryStorage storage = new InMemoryStorage();
  private final SessionLifecycle sessions =
      new Engine(storage, InstantSource.fixed(NOW), new SplittableRandom(1)).sessions();

  @Test
  void endsASessionNow() {
    Session session = aSession();

    Session ended = sessions.end(session.id(), EndReason.CLOSED);

    assertThat(ended).isEqualTo(session.end(NOW, EndReason.CLOSED));
  }

  @Test
  void endingTwiceAnswersHowItFirstEnded() {
    Session session = aSession();
    sessions.end(session.id(), EndReason.LOST);

    Session again = sessions.end(session.id(), EndReason.CLOSED);

    assertThat(again).isEqualTo(session.end(NOW, EndReason.LOST));
  }

  @Test
  void anUnknownSessionIsNotFound() {
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> sessions.show(UNKNOWN));
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> sessions.addressee(UNKNOWN));
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> sessions.end(UNKNOWN, EndReason.CLOSED));
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> sessions.conversation(new ConversationId("chief-2026-01-05")));
  }

  @Test
  void aSessionIsToldByItsConversationUntilItEnds() {
    Session session = aSession();

    ConversationId addressee = sessions.addressee(session.id());

    assertThat(addressee).isEqualTo(session.conversation());
    sessions.end(session.id(), EndReason.CLOSED);
    assertThatExceptionOfType(Conflict.class)
        .isThrownBy(() -> sessions.addressee(session.id()))
        .withMessage(
            "session %s has ended and is told nothing more; its conversation is %s",
            session.id(), session.conversation());
  }

  @Test
  void anEndedSessionWorksOnNothing() {
    Session session = aSession();
    sessions.end(session.id(), EndReason.CLOSED);

    assertThatExceptionOfType(Conflict.class)
        .isThrownBy(() -> sessions.say(session.id(), new StatusText("still here")))
        .withMessage("session %s has ended and works on nothing", session.id());
  }

  private Session aSession() {
    Observation observation =
        storage
            .sessions()
            .admit(sighting("a", started(Source.STARTUP), NOON), newcomer(Role.PROJECT));
    return ((Observation.Admitted) observation).session();
  }
}
