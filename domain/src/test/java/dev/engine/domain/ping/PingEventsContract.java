package dev.engine.domain.ping;

import static dev.engine.domain.ping.PingExamples.CHIEF;
import static dev.engine.domain.ping.PingExamples.question;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Storage;
import dev.engine.domain.Urgency;
import dev.engine.domain.journal.EventKind;
import dev.engine.domain.journal.Facts;
import dev.engine.domain.journal.Happening;
import dev.engine.domain.journal.Subject;
import dev.engine.domain.journal.Told;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionExamples;
import dev.engine.domain.testing.ScriptedRandom;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What {@link Pings} tell the journal. */
public interface PingEventsContract {

  Instant AT = Instant.parse("2026-01-05T12:00:00Z");
  Instant LATER = AT.plusSeconds(1);

  /** An empty store that draws its ids from {@code random}. */
  Storage storage(RandomGenerator random);

  private Storage storage() {
    return storage(new ScriptedRandom(1));
  }

  @Test
  default void aPingIsToldToTheTimelinesOfWhoAsks() {
    Storage storage = storage();
    Session session = SessionExamples.stored(storage.sessions(), "a");
    Appeal appeal = new Appeal(session.id(), CHIEF, Urgency.HIGH, "Deploy now?");
    Ping[] sent = new Ping[1];

    var told = Told.by(storage, () -> sent[0] = storage.pings().send(appeal, AT));

    assertThat(told).containsExactly(of(sent[0], "ping.sent", AT, "{\"urgency\":\"high\"}"));
  }

  @Test
  default void whatBecomesOfAPingIsToldOnce() {
    Storage storage = storage();
    Ping ping = storage.pings().send(question("Deploy now?"), AT);
    PingId id = ping.id();

    assertThat(
            Told.by(
                storage,
                () -> storage.pings().snooze(id, LATER, AT),
                () -> storage.pings().snooze(id, LATER, AT),
                () -> storage.pings().acknowledge(id, LATER),
                () -> storage.pings().acknowledge(id, LATER),
                () -> storage.pings().snooze(id, LATER, LATER),
                () -> storage.pings().answer(id, new Answer("yes"), LATER)))
        .startsWith(
            of(ping, "ping.snoozed", AT, "{\"until\":\"2026-01-05T12:00:01Z\"}"),
            of(ping, "ping.acknowledged", LATER, "{}"),
            of(ping, "ping.answered", LATER, "{}"))
        .extracting(told -> told.kind().value())
        .containsExactly(
            "ping.snoozed", "ping.acknowledged", "ping.answered", "notification.queued");
    assertThat(
            Told.by(
                storage,
                () -> storage.pings().acknowledge(id, LATER),
                () -> storage.pings().answer(id, new Answer("no"), LATER)))
        .isEmpty();
  }

  @Test
  default void anUnknownPingTellsNothing() {
    Storage storage = storage();
    PingId unknown = new PingId("0000beef");

    assertThat(
            Told.by(
                storage,
                () -> storage.pings().acknowledge(unknown, AT),
                () -> storage.pings().answer(unknown, new Answer("yes"), AT),
                () -> storage.pings().snooze(unknown, LATER, AT)))
        .isEmpty();
  }

  private static Happening of(Ping ping, String kind, Instant at, String json) {
    return new Happening(
        at,
        new EventKind(kind),
        CHIEF,
        ping.appeal().session(),
        new Subject(Subject.Kind.PING, ping.id().value()),
        new Facts(json));
  }
}
