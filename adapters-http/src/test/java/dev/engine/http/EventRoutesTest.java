package dev.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.session.EndReason;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionExamples;
import dev.engine.http.Client.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EventRoutesTest {

  private final House house = House.open();
  private final Api api = new Api(house);

  @AfterEach
  void closeHouse() {
    api.close();
    house.close();
  }

  @Test
  void anEventSaysWhatHappenedToWhatAndByWhom() {
    Answer sent = api.post("/pings", "{\"message\":\"Deploy now?\",\"urgency\":\"high\"}");
    String ping = Api.location(sent).substring("/pings/".length());

    Answer listed = api.get("/events");

    assertThat(listed.body())
        .isEqualTo(
            """
            {"items":[{"position":1,"at":"2026-01-05T12:00:00Z","kind":"ping.sent",\
            "entityKind":"ping","entityId":"%s","actor":"engine","data":{"urgency":"high"}}]}\
            """
                .formatted(ping));
  }

  @Test
  void withoutAPositionTheNewestComeFirst() {
    threeEvents();

    assertThat(api.itemsOneByOne("/events", "position", "before"))
        .isEqualTo(api.items("/events", "position"))
        .containsExactly("3", "2", "1");
  }

  @Test
  void behindAPositionTheOldestComeFirst() {
    threeEvents();

    assertThat(api.items("/events?after=1", "position")).containsExactly("2", "3");
    assertThat(api.items("/events?after=3", "position")).isEmpty();
    assertThat(api.get("/events?after=0&limit=2").body()).endsWith("],\"next\":2}");
    assertThat(api.get("/events?after=1&limit=2").body()).doesNotContain("next");
  }

  @Test
  void inFrontOfAPositionTheNewestComeFirst() {
    threeEvents();

    assertThat(api.items("/events?before=3", "position")).containsExactly("2", "1");
    assertThat(api.items("/events?before=1", "position")).isEmpty();
    assertThat(api.get("/events?before=3&limit=1").body()).endsWith("],\"next\":2}");
  }

  @Test
  void listsAreOfAKindASessionOrAConversation() {
    Session session = threeEvents();

    assertThat(api.items("/events?kind=session.", "kind"))
        .containsExactly("session.ended", "session.started", "session.started");
    assertThat(api.items("/events?kind=session.ended", "sessionId"))
        .containsExactly(session.id().value());
    assertThat(api.items("/events?session=" + session.id(), "kind"))
        .containsExactly("session.ended", "session.started");
    assertThat(api.items("/events?conversation=" + session.conversation(), "kind"))
        .containsExactly("session.ended", "session.started");
    assertThat(api.items("/events?kind=ping.", "kind")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "after=1&before=3",
        "after=x",
        "after=-1",
        "after=99999999999999999999",
        "before=",
        "kind=Session",
        "kind=",
        "session=x",
        "conversation=X",
        "limit=501",
        "since=1"
      })
  void whatNoEventHasIsRefused(String query) {
    assertThat(api.get("/events?" + query).status()).isEqualTo(400);
  }

  /** A session that began, one that began after it, and the end of the first, which is returned. */
  private Session threeEvents() {
    Session session = SessionExamples.stored(house.storage.sessions(), "a");
    SessionExamples.stored(house.storage.sessions(), "b");
    return house.engine.sessions().end(session.id(), EndReason.CLOSED);
  }
}
