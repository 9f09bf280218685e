package dev.engine.services;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Limit;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.journal.Event;
import dev.engine.domain.journal.EventFilter;
import dev.engine.domain.journal.EventKind;
import dev.engine.domain.journal.Facts;
import dev.engine.domain.journal.Happening;
import dev.engine.domain.journal.InMemoryJournal;
import dev.engine.services.EventFeed.Portion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class EventFeedTest {

  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  private static final ConversationId MINE = new ConversationId("builder-00000001");

  /** Long enough that a test which has to wait for it has failed. */
  private static final Duration LONG = Duration.ofSeconds(30);

  private final InMemoryJournal journal = new InMemoryJournal();
  private final EventFeed feed = new EventFeed(journal, journal::head);

  @Test
  void whatIsStoredAfterALookComesWithTheNext() throws InterruptedException {
    store(2, null);

    feed.look();

    assertThat(feed.next(0, EventFilter.ALL, LONG)).isEqualTo(new Portion(events(1, 2), 2, false));
  }

  @Test
  void nothingNewInTimeIsAnEmptyPortionAtTheSamePlace() throws InterruptedException {
    store(1, null);
    feed.look();

    Portion portion = feed.next(1, EventFilter.ALL, Duration.ZERO);

    assertThat(portion).isEqualTo(new Portion(List.of(), 1, false));
  }

  @Test
  void whatWasStoredBeforeTheFeedBeganComesFromTheJournal() throws InterruptedException {
    store(3, null);
    EventFeed late = new EventFeed(journal, journal::head);

    Portion portion = late.next(1, EventFilter.ALL, LONG);

    assertThat(portion).isEqualTo(new Portion(events(2, 3), 3, false));
  }

  @Test
  void aReaderFarBehindIsBroughtUpInPortionsWithoutAGap() throws InterruptedException {
    store(1_700, null);
    feed.look();

    List<Event> read = readFrom(0, EventFilter.ALL);

    assertThat(read).isEqualTo(events(1, 1_700));
  }

  @Test
  void aFilterSkipsTheRestAndThePositionGoesOn() throws InterruptedException {
    store(600, null);
    store(1, MINE);
    store(600, null);
    feed.look();

    List<Event> read = readFrom(0, EventFilter.of(MINE));

    assertThat(read).extracting(Event::position).containsExactly(601L);
  }

  @Test
  void aPositionFromTheFutureWaitsAndIsKept() throws InterruptedException {
    store(1, null);
    feed.look();

    Portion portion = feed.next(99, EventFilter.ALL, Duration.ZERO);

    assertThat(portion).isEqualTo(new Portion(List.of(), 99, false));
  }

  @Test
  void everyWaitingReaderIsWoken() throws Exception {
    try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Portion>> portions = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        portions.add(readers.submit(() -> feed.next(0, EventFilter.ALL, LONG)));
      }
      feed.awaitReader();

      store(1, null);
      feed.look();

      for (Future<Portion> portion : portions) {
        assertThat(portion.get()).isEqualTo(new Portion(events(1, 1), 1, false));
      }
    }
  }

  @Test
  void closingSendsReadersHome() throws Exception {
    try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Portion> portion = readers.submit(() -> feed.next(0, EventFilter.ALL, LONG));
      feed.awaitReader();

      feed.close();

      assertThat(portion.get()).isEqualTo(new Portion(List.of(), 0, true));
    }
  }

  @Test
  void nobodyIsWaitedForOnceItIsClosed() throws InterruptedException {
    feed.close();

    feed.awaitReader();

    assertThat(feed.next(0, EventFilter.ALL, LONG).isLast()).isTrue();
  }

  private void store(int count, @Nullable ConversationId conversation) {
    for (int i = 0; i < count; i++) {
      journal.add(
          new Happening(
              NOON, new EventKind("session.active"), conversation, null, null, Facts.NONE));
    }
  }

  private List<Event> events(int first, int last) {
    List<Event> events = new ArrayList<>();
    for (long position = first - 1L; position < last; position++) {
      events.addAll(journal.after(position, EventFilter.ALL, new Limit(1)));
    }
    return events;
  }

  private List<Event> readFrom(long start, EventFilter filter) throws InterruptedException {
    List<Event> read = new ArrayList<>();
    long position = start;
    while (position < feed.newest()) {
      Portion portion = feed.next(position, filter, LONG);
      read.addAll(portion.events());
      position = portion.position();
    }
    return read;
  }
}
