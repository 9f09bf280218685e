package dev.engine.services;

import static dev.engine.domain.ping.PingExamples.NOON;
import static dev.engine.domain.ping.PingExamples.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.TimeSpan;
import dev.engine.domain.Urgency;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.domain.ping.Answer;
import dev.engine.domain.ping.Appeal;
import dev.engine.domain.ping.Ping;
import dev.engine.domain.ping.PingId;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionExamples;
import dev.engine.domain.session.SessionId;
import dev.engine.domain.testing.InMemoryStorage;
import java.time.Instant;
import java.time.InstantSource;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class PingDeskTest {

  private static final Instant NOW = NOON.plusSeconds(60);
  private static final PingId UNKNOWN = new PingId("0000beef");
  private static final Answer YES = new Answer("yes");

  private final InMemoryStorage storage = new InMemoryStorage();
  private final PingDesk pings =
      new Engine(storage, InstantSource.fixed(NOW), new SplittableRandom(1)).pings();

  @Test
  void aPingOfASessionIsAnsweredInItsConversation() {
    Session session = SessionExamples.stored(storage.sessions(), "a");

    Ping sent = pings.send(new Appeal(session.id(), null, Urgency.HIGH, "Deploy now?"));

    Appeal addressed =
        new Appeal(session.id(), session.conversation(), Urgency.HIGH, "Deploy now?");
    assertThat(sent).isEqualTo(Ping.sent(sent.id(), addressed, NOW));
  }

  @Test
  void aConversationThatIsNamedWinsOverThatOfTheSession() {
    Session session = SessionExamples.stored(storage.sessions(), "a");
    ConversationId chief = new ConversationId("chief-2026-01-05");
    Appeal appeal = new Appeal(session.id(), chief, Urgency.HIGH, "Deploy now?");

    Ping sent = pings.send(appeal);

    assertThat(sent.appeal()).isEqualTo(appeal);
  }

  @Test
  void acknowledgingTwiceIsHarmless() {
    Ping sent = pings.send(question("Deploy now?"));
    pings.acknowledge(sent.id());

    Ping again = pings.acknowledge(sent.id());

    assertThat(again).isEqualTo(sent.acknowledged(NOW));
  }

  @Test
  void answeringTwiceIsAConflict() {
    Ping sent = pings.send(question("Deploy now?"));

    Ping answered = pings.answer(sent.id(), YES);

    assertThat(answered).isEqualTo(sent.answered(NOW, YES));
    assertThatExceptionOfType(Conflict.class)
        .isThrownBy(() -> pings.answer(sent.id(), new Answer("no")))
        .withMessage("ping %s was answered before, and the first answer stands", sent.id());
  }

  @Test
  void aPauseBeginsNow() {
    Ping sent = pings.send(question("Deploy now?"));

    Ping snoozed = pings.snooze(sent.id(), TimeSpan.parse("2h"));

    assertThat(snoozed).isEqualTo(sent.snoozed(NOW.plusSeconds(7_200)));
  }

  @Test
  void whatWasSeenIsNotSnoozed() {
    Ping sent = pings.send(question("Deploy now?"));
    pings.acknowledge(sent.id());

    assertThatExceptionOfType(Conflict.class)
        .isThrownBy(() -> pings.snooze(sent.id(), TimeSpan.parse("2h")));
  }

  @Test
  void whatDoesNotExistIsNotFound() {
    Appeal ofNobody = new Appeal(new SessionId("0000beef"), null, Urgency.LOW, "Who am I?");

    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> pings.send(ofNobody));
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> pings.show(UNKNOWN));
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> pings.acknowledge(UNKNOWN));
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> pings.answer(UNKNOWN, YES));
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> pings.snooze(UNKNOWN, TimeSpan.parse("1h")));
  }
}
