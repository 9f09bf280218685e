package dev.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Urgency;
import dev.engine.domain.ping.Appeal;
import dev.engine.domain.ping.Ping;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionExamples;
import dev.engine.http.Client.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The journal over HTTP, as pages and as a stream. */
final class EventRoutesTest {

  private static final String EVENTS = "/api/v1/events";

  private final House house = House.open();
  private final Client client = house.client();

  @AfterEach
  void closeHouse() {
    client.close();
    house.close();
  }

  @Test
  void eventsAreListedTheNewestFirstPageByPage() {
    Contract contract = Contract.of(client);
    Ping first = pinged("first");
    Ping second = pinged("second");

    Answer newest = client.send("GET", EVENTS + "?limit=1");
    String next = newest.body().replaceAll(".*\"next\":\"([^\"]+)\".*", "$1");
    Answer older = client.send("GET", EVENTS + "?limit=1&after=" + next);

    assertThat(newest.body()).contains("\"entityId\":\"%s\"".formatted(second.id()));
    assertThat(older.body())
        .isEqualTo(
            """
            {"items":[{"position":1,"at":"2026-01-05T12:00:00Z","kind":"ping.sent",\
            "entityKind":"ping","entityId":"%s","actor":"engine","data":{"urgency":"low"}}]}\
            """
                .formatted(first.id()));
    assertThat(contract.differences("GET", EVENTS, newest)).isEmpty();
  }

  @Test
  void oneEventIsFoundByItsPosition() {
    Contract contract = Contract.of(client);
    Ping ping = pinged("first");

    Answer event = client.send("GET", EVENTS + "/1");

    assertThat(event.body())
        .contains("\"position\":1,", "\"entityId\":\"%s\"".formatted(ping.id()));
    assertThat(contract.differences("GET", EVENTS + "/{position}", event)).isEmpty();
    assertThat(client.send("GET", EVENTS + "/2").body()).contains("ENG-1002", "no event 2");
    assertThat(client.send("GET", EVENTS + "/first").status()).isEqualTo(400);
  }

  @Test
  void aKindNarrowsTheList() {
    pinged("first");

    assertThat(client.send("GET", EVENTS + "?kind=worker.").body()).isEqualTo("{\"items\":[]}");
    assertThat(client.send("GET", EVENTS + "?kind=ping.").body()).contains("ping.sent");
    assertThat(client.send("GET", EVENTS + "?kind=Ping").status()).isEqualTo(400);
    assertThat(client.send("GET", EVENTS + "?after=abc").status()).isEqualTo(400);
  }

  @Test
  void aSessionOrAConversationNarrowsTheList() {
    Session session = SessionExamples.stored(house.storage.sessions(), "a");
    SessionExamples.stored(house.storage.sessions(), "b");

    Answer ofSession = client.send("GET", EVENTS + "?session=" + session.id());
    Answer ofConversation = client.send("GET", EVENTS + "?conversation=" + session.conversation());

    assertThat(ofSession.body())
        .startsWith("{\"items\":[{\"position\":1,")
        .doesNotContain("\"position\":2");
    assertThat(ofConversation.body()).isEqualTo(ofSession.body());
  }

  @Test
  void aStreamShowsWhatHappensFromNowOn() throws IOException {
    pinged("before");
    house.feed.look();

    try (SentEvents stream = new SentEvents(house, EVENTS)) {
      house.pass(Duration.ofSeconds(1));
      Ping ping = pinged("after");
      house.feed.look();

      assertThat(stream.event())
          .startsWith("id: 2\ndata: {\"position\":2,")
          .contains("\"entityId\":\"%s\"".formatted(ping.id()));
    }
  }

  @Test
  void aStreamGoesOnBehindTheLastEventThatWasRead() throws IOException {
    pinged("first");
    pinged("second");
    pinged("third");
    house.feed.look();

    try (SentEvents stream = new SentEvents(house, EVENTS, "Last-Event-ID: 1")) {
      assertThat(stream.event()).startsWith("id: 2\n");
      assertThat(stream.event()).startsWith("id: 3\n");
    }
  }

  @Test
  void aStreamFromAnotherDatabaseBeginsAnew() throws IOException {
    pinged("first");
    house.feed.look();

    try (SentEvents stream = new SentEvents(house, EVENTS, "Last-Event-ID: 99")) {
      assertThat(stream.event()).isEqualTo("event: reset\nid: 1\ndata: {}\n");
    }
  }

  @Test
  void closingTheDoorEndsTheStreams() throws IOException {
    try (SentEvents stream = new SentEvents(house, EVENTS)) {
      house.close();

      assertThat(stream.rest()).endsWith("0\n\n");
    }
  }

  @Test
  void aReaderTooManyIsToldToComeAgain() throws IOException {
    try (Streams many = new Streams(64)) {
      Answer refused = client.send("GET", EVENTS, null, "Accept: text/event-stream");

      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.header("Retry-After")).isPresent();
      assertThat(many.count()).isEqualTo(64);
    }
  }

  @Test
  void aPositionThatIsNoneIsRefused() {
    Answer refused =
        client.send(
            "GET", EVENTS, null, "Accept: text/event-stream", "Last-Event-ID: the last one");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("Last-Event-ID must be a position, 0 or more");
  }

  private Ping pinged(String message) {
    return house.engine.pings().send(new Appeal(null, null, Urgency.LOW, message));
  }

  private final class Streams implements AutoCloseable {

    private final List<SentEvents> open = new ArrayList<>();

    Streams(int count) throws IOException {
      for (int i = 0; i < count; i++) {
        open.add(new SentEvents(house, EVENTS));
      }
    }

    int count() {
      return open.size();
    }

    @Override
    public void close() throws IOException {
      for (SentEvents stream : open) {
        stream.close();
      }
    }
  }
}
