package dev.engine.domain.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.Limit;
import dev.engine.domain.Storage;
import dev.engine.domain.Urgency;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.ping.Appeal;
import dev.engine.domain.ping.Ping;
import dev.engine.domain.ping.PingEvents;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionExamples;
import dev.engine.domain.session.SessionId;
import dev.engine.domain.testing.ScriptedRandom;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What {@link Journal} promises, shown by pings; what each change tells is in other contracts. */
public interface JournalContract {

  Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  ConversationId CHIEF = new ConversationId("chief-2026-01-05");
  ConversationId OTHER = new ConversationId("builder-0000000a");
  Limit TWO = new Limit(2);

  /** An empty store that draws its ids from {@code random}. */
  Storage storage(RandomGenerator random);

  private Storage storage() {
    return storage(new ScriptedRandom(1));
  }

  @Test
  default void anEmptyJournalHasNoHead() {
    Journal journal = storage().journal();

    assertThat(journal.head()).isZero();
    assertThat(journal.after(0, EventFilter.ALL, TWO)).isEmpty();
    assertThat(journal.before(Long.MAX_VALUE, EventFilter.ALL, TWO)).isEmpty();
  }

  @Test
  default void anEventComesBackWithItsActor() {
    Storage storage = storage();

    Ping byEngine = send(storage, NOON);
    Ping byHand = send(storage.as(Actor.CLI), NOON);
    Ping byAgent = send(storage.as(Actor.CLI).as(Actor.MCP), NOON);

    assertThat(storage.journal().after(0, EventFilter.ALL, Limit.DEFAULT))
        .containsExactly(
            new Event(1, Actor.ENGINE, PingEvents.sent(byEngine)),
            new Event(2, Actor.CLI, PingEvents.sent(byHand)),
            new Event(3, Actor.MCP, PingEvents.sent(byAgent)));
    assertThat(storage.journal().head()).isEqualTo(3);
  }

  @Test
  default void everyActorIsKept() {
    Storage storage = storage();

    for (Actor actor : Actor.values()) {
      send(storage.as(actor), NOON);
    }

    assertThat(storage.journal().after(0, EventFilter.ALL, Limit.DEFAULT))
        .extracting(Event::actor)
        .containsExactly(Actor.values());
  }

  @Test
  default void readersGoOnBehindWhatTheyHaveSeen() {
    Storage storage = storage();
    sendFive(storage);

    List<Event> first = storage.journal().after(0, EventFilter.ALL, TWO);
    List<Event> second = storage.journal().after(2, EventFilter.ALL, TWO);
    List<Event> third = storage.journal().after(4, EventFilter.ALL, TWO);

    assertThat(positions(first)).containsExactly(1L, 2L);
    assertThat(positions(second)).containsExactly(3L, 4L);
    assertThat(positions(third)).containsExactly(5L);
  }

  @Test
  default void pagesGoBackFromTheNewest() {
    Storage storage = storage();
    sendFive(storage);

    List<Event> first = storage.journal().before(Long.MAX_VALUE, EventFilter.ALL, TWO);
    List<Event> second = storage.journal().before(4, EventFilter.ALL, TWO);

    assertThat(positions(first)).containsExactly(5L, 4L);
    assertThat(positions(second)).containsExactly(3L, 2L);
  }

  @Test
  default void aFilterLetsThroughWhatItNames() {
    Storage storage = storage();
    Session session = SessionExamples.stored(storage.sessions(), "a");
    Ping ping = storage.pings().send(new Appeal(session.id(), CHIEF, Urgency.LOW, "Look."), NOON);
    storage.pings().send(new Appeal(null, OTHER, Urgency.LOW, "Look."), NOON);
    storage.pings().acknowledge(ping.id(), NOON);
    Subject subject = new Subject(Subject.Kind.PING, ping.id().value());

    assertThat(kinds(storage, EventFilter.of(session.id())))
        .containsExactly("session.started", "ping.sent", "ping.acknowledged");
    assertThat(kinds(storage, EventFilter.of(CHIEF)))
        .containsExactly("ping.sent", "ping.acknowledged");
    assertThat(kinds(storage, EventFilter.of(subject)))
        .containsExactly("ping.sent", "ping.acknowledged");
    assertThat(kinds(storage, new EventFilter(null, null, null, new KindPrefix("ping.s"))))
        .containsExactly("ping.sent", "ping.sent");
    assertThat(
            kinds(storage, new EventFilter(CHIEF, session.id(), subject, new KindPrefix("ping.a"))))
        .containsExactly("ping.acknowledged");
    assertThat(kinds(storage, EventFilter.of(new SessionId("0000beef")))).isEmpty();
  }

  @Test
  default void pruningTakesWhatIsOldBatchByBatch() {
    Storage storage = storage();
    sendFive(storage);

    Pruning first = storage.journal().prune(NOON.plusSeconds(3), TWO);
    Pruning second = storage.journal().prune(NOON.plusSeconds(3), TWO);
    Pruning third = storage.journal().prune(NOON.plusSeconds(3), TWO);

    assertThat(first).isEqualTo(new Pruning.MoreLeft(2));
    assertThat(second).isEqualTo(new Pruning.Finished(1));
    assertThat(third).isEqualTo(new Pruning.Finished(0));
    assertThat(positions(storage.journal().after(0, EventFilter.ALL, Limit.DEFAULT)))
        .containsExactly(4L, 5L);
  }

  @Test
  default void theNewestEventIsNeverPruned() {
    Storage storage = storage();
    sendFive(storage);

    Pruning pruning = storage.journal().prune(NOON.plusSeconds(3_600), Limit.DEFAULT);
    send(storage, NOON);

    assertThat(pruning).isEqualTo(new Pruning.Finished(4));
    assertThat(positions(storage.journal().after(0, EventFilter.ALL, Limit.DEFAULT)))
        .containsExactly(5L, 6L);
    assertThat(storage.journal().head()).isEqualTo(6);
  }

  @Test
  default void aStepThatFailsTellsNothing() {
    Storage storage = storage();
    Appeal ofNobody = new Appeal(new SessionId("0000beef"), CHIEF, Urgency.LOW, "Look.");

    assertThatExceptionOfType(Conflict.class)
        .isThrownBy(() -> storage.pings().send(ofNobody, NOON));

    assertThat(storage.journal().head()).isZero();
  }

  private static void sendFive(Storage storage) {
    for (int i = 0; i < 5; i++) {
      send(storage, NOON.plusSeconds(i));
    }
  }

  private static Ping send(Storage storage, Instant at) {
    return storage.pings().send(new Appeal(null, CHIEF, Urgency.LOW, "Look."), at);
  }

  private static List<Long> positions(List<Event> events) {
    return events.stream().map(Event::position).toList();
  }

  private static List<String> kinds(Storage storage, EventFilter filter) {
    return storage.journal().after(0, filter, Limit.DEFAULT).stream()
        .map(event -> event.kind().value())
        .toList();
  }
}
