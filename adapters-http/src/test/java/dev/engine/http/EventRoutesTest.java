package dev.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Urgency;
import dev.engine.domain.ping.Appeal;
import dev.engine.domain.ping.Ping;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionExamples;
import dev.engine.http.Client.Answer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
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

    try (Stream stream = new Stream(EVENTS)) {
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

    try (Stream stream = new Stream(EVENTS, "Last-Event-ID: 1")) {
      assertThat(stream.event()).startsWith("id: 2\n");
      assertThat(stream.event()).startsWith("id: 3\n");
    }
  }

  @Test
  void aStreamFromAnotherDatabaseBeginsAnew() throws IOException {
    pinged("first");
    house.feed.look();

    try (Stream stream = new Stream(EVENTS, "Last-Event-ID: 99")) {
      assertThat(stream.event()).isEqualTo("event: reset\nid: 1\ndata: {}\n");
    }
  }

  @Test
  void closingTheDoorEndsTheStreams() throws IOException {
    try (Stream stream = new Stream(EVENTS)) {
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

    private final List<Stream> open = new ArrayList<>();

    Streams(int count) throws IOException {
      for (int i = 0; i < count; i++) {
        open.add(new Stream(EVENTS));
      }
    }

    int count() {
      return open.size();
    }

    @Override
    public void close() throws IOException {
      for (Stream stream : open) {
        stream.close();
      }
    }
  }

  /** A reader of the event stream, which has begun when this is made. */
  private final class Stream implements AutoCloseable {

    private final Socket socket;
    private final BufferedReader lines;

    Stream(String path, String... headers) throws IOException {
      socket = new Socket(house.door.address().getAddress(), house.port());
      socket.setSoTimeout(20_000);
      String head =
          "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAuthorization: Bearer %s\r\nAccept: text/event-stream\r\n"
              .formatted(path, house.port(), House.TOKEN);
      String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
      socket.getOutputStream().write((head + more + "\r\n").getBytes(StandardCharsets.UTF_8));
      lines =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      assertThat(lines.readLine()).startsWith("HTTP/1.1 200");
      while (!lines.readLine().isEmpty()) {
        // the headers
      }
      assertThat(event()).isEqualTo("retry: 1000\n");
    }

    /** The lines of the next event. */
    String event() throws IOException {
      StringBuilder event = new StringBuilder();
      String line = lines.readLine();
      while (!line.isEmpty() || event.isEmpty()) {
        if (isOfEvent(line)) {
          event.append(line).append('\n');
        }
        line = lines.readLine();
      }
      return event.toString();
    }

    String rest() throws IOException {
      StringBuilder rest = new StringBuilder();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        rest.append(line).append('\n');
      }
      return rest.toString();
    }

    /** Between the events stand the sizes of chunks. */
    private boolean isOfEvent(String line) {
      return line.matches("(id|data|event|retry): .*");
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
