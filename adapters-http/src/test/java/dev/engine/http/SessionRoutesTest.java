package dev.engine.http;

import static dev.engine.domain.session.SessionExamples.newcomer;
import static dev.engine.domain.session.SessionExamples.sighting;
import static dev.engine.domain.session.SessionExamples.started;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.context.ContextExamples;
import dev.engine.domain.session.ClaudeSessionId;
import dev.engine.domain.session.Client;
import dev.engine.domain.session.EndReason;
import dev.engine.domain.session.Observation;
import dev.engine.domain.session.ProcessIdentity;
import dev.engine.domain.session.Role;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionExamples;
import dev.engine.domain.session.SessionId;
import dev.engine.domain.session.Signal;
import dev.engine.domain.session.Source;
import dev.engine.domain.session.Want;
import dev.engine.http.Client.Answer;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SessionRoutesTest {

  private static final Instant NOON = House.NOON;

  private final House house = House.open();
  private final Api api = new Api(house);

  @AfterEach
  void closeHouse() {
    api.close();
    house.close();
  }

  @Test
  void aSessionIsShownWithHowFullItsContextIsAndWillBe() {
    Session session = began("a", Role.BUILDER, Client.UNKNOWN, NOON);
    for (int minute = 0; minute < 3; minute++) {
      house
          .storage
          .contextSamples()
          .record(new ClaudeSessionId("a"), ContextExamples.reading(40 + 2 * minute, 60 * minute));
    }

    Answer shown = api.get(path(session.id()));

    assertThat(shown.body())
        .contains(
            "\"contextPercent\":44,\"contextReadAt\":\"2026-01-05T12:02:00Z\"",
            "\"contextForecast\":{\"level\":50,\"minutes\":3}");
  }

  @Test
  void aSessionIsShownWithAllThatIsKnownOfIt() {
    Client client =
        new Client(
            "/home/dev/app",
            "/home/dev/a.jsonl",
            new ProcessIdentity(4711, NOON),
            "%7",
            "builder",
            "opus");
    Session session = began("a", Role.BUILDER, client, NOON);
    house
        .storage
        .sessions()
        .observe(sighting("a", new Signal.WaitsFor(Want.PERMISSION), NOON.plusSeconds(1)));
    api.call("PUT", path(session.id()) + "/status", "{\"text\":\"Fixes the build.\"}");

    Answer shown = api.get(path(session.id()));

    assertThat(shown.body())
        .isEqualTo(
            """
            {"id":"%s","claudeSessionId":"a","conversationId":"%s","role":"builder",\
            "mode":"interactive","state":"idle","waitingFor":"permission",\
            "waitingSince":"2026-01-05T12:00:01Z","statusText":"Fixes the build.",\
            "contextWarningLevel":0,"continuation":"startup",\
            "startedAt":"2026-01-05T12:00:00Z","lastSeenAt":"2026-01-05T12:00:01Z",\
            "cwd":"/home/dev/app","transcriptPath":"/home/dev/a.jsonl","pid":4711,\
            "tmuxPane":"%%7","tmuxWindow":"builder","model":"opus"}\
            """
                .formatted(session.id(), session.conversation()));
  }

  @Test
  void aSessionThatNothingProvesToLiveTellsSinceWhenItIsQuiet() {
    Session session = began("a", Role.BUILDER, Client.UNKNOWN, NOON);
    Session traceable = began("b", Role.BUILDER, SessionExamples.clientWithPid(7), NOON);

    assertThat(api.get(path(session.id())).body())
        .contains("\"quietSince\":\"2026-01-05T12:00:00Z\"");
    assertThat(api.get(path(traceable.id())).body()).doesNotContain("quietSince");
  }

  @Test
  void sessionsAreListedTheNewestFirstInPages() {
    Session first = began("a", Role.PROJECT, Client.UNKNOWN, NOON);
    Session second = began("b", Role.PROJECT, Client.UNKNOWN, NOON.plusSeconds(1));
    Session third = began("c", Role.PROJECT, Client.UNKNOWN, NOON.plusSeconds(2));

    assertThat(api.itemsOneByOne("/sessions", "id"))
        .isEqualTo(api.items("/sessions", "id"))
        .containsExactly(third.id().value(), second.id().value(), first.id().value());
  }

  @Test
  void listsAreOfALifeARoleOrAConversation() {
    String live = began("a", Role.BUILDER, Client.UNKNOWN, NOON).id().value();
    Session over = began("b", Role.PROJECT, Client.UNKNOWN, NOON.plusSeconds(1));
    house.engine.sessions().end(over.id(), EndReason.OTHER);
    String ended = over.id().value();

    assertThat(api.items("/sessions?live=true", "id")).containsExactly(live);
    assertThat(api.items("/sessions?live=false", "id")).containsExactly(ended);
    assertThat(api.items("/sessions?role=builder", "id")).containsExactly(live);
    assertThat(api.items("/sessions?conversation=" + over.conversation(), "id"))
        .containsExactly(ended);
    assertThat(api.items("/sessions?live=true&conversation=" + over.conversation(), "id"))
        .isEmpty();
  }

  @Test
  void aSessionEndsOnceAndTheFirstReasonStands() {
    SessionId id = SessionExamples.stored(house.storage.sessions(), "a").id();

    Answer first = api.post(path(id) + "/end", "{}");
    Answer second = api.post(path(id) + "/end", "{\"reason\":\"lost\"}");

    assertThat(first.body())
        .contains(
            "\"state\":\"ended\"",
            "\"endedAt\":\"2026-01-05T12:00:00Z\"",
            "\"endReason\":\"closed\"");
    assertThat(second.body()).isEqualTo(first.body());
  }

  @Test
  void anEndedSessionWorksOnNothing() {
    SessionId id = SessionExamples.stored(house.storage.sessions(), "a").id();
    house.engine.sessions().end(id, EndReason.CLOSED);

    Answer said = api.call("PUT", path(id) + "/status", "{\"text\":\"Fixes the build.\"}");

    assertThat(said.status()).isEqualTo(409);
    assertThat(said.body()).contains("ENG-1003", "session %s has ended".formatted(id));
  }

  @Test
  void aStatusIsOneLineAsLongAsTheDocumentSays() {
    String status = path(SessionExamples.stored(house.storage.sessions(), "a").id()) + "/status";

    assertThat(api.call("PUT", status, "{\"text\":\"%s\"}".formatted("a".repeat(500))).status())
        .isEqualTo(200);
    assertThat(api.call("PUT", status, "{\"text\":\"%s\"}".formatted("a".repeat(501))).status())
        .isEqualTo(400);
    assertThat(api.call("PUT", status, "{\"text\":\"a\\nb\"}").status()).isEqualTo(400);
  }

  @Test
  void whatIsSentToASessionWaitsForItsConversation() {
    Session session = SessionExamples.stored(house.storage.sessions(), "a");

    Answer sent =
        api.post(
            path(session.id()) + "/send",
            "{\"text\":\"Look.\",\"urgency\":\"high\",\"from\":\"builder-3fa94c01\"}");

    assertThat(sent.status()).isEqualTo(201);
    assertThat(api.get(Api.location(sent)).body())
        .isEqualTo(sent.body())
        .contains(
            "\"conversationId\":\"%s\"".formatted(session.conversation()),
            "\"type\":\"message\"",
            "\"sender\":\"conversation:builder-3fa94c01\",\"urgency\":\"high\"",
            "\"title\":\"Look.\"",
            "\"state\":\"queued\"");
  }

  @Test
  void whatSaysNothingElseIsSentByThePerson() {
    Session session = SessionExamples.stored(house.storage.sessions(), "a");

    Answer sent = api.post(path(session.id()) + "/send", "{\"text\":\"Look.\"}");

    assertThat(sent.body()).contains("\"sender\":\"person\",\"urgency\":\"normal\"");
    assertThat(api.post(path(session.id()) + "/send", "{\"text\":\" \"}").status()).isEqualTo(400);
  }

  @Test
  void anEndedSessionIsSentNothingAndItsConversationIsNamed() {
    Session session = SessionExamples.stored(house.storage.sessions(), "a");
    house.engine.sessions().end(session.id(), EndReason.CLOSED);

    Answer refused = api.post(path(session.id()) + "/send", "{\"text\":\"Look.\"}");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body())
        .contains(
            "session %s has ended".formatted(session.id()),
            "its conversation is " + session.conversation());
    assertThat(api.items("/notifications", "id")).isEmpty();
  }

  @Test
  void theTimelineOfASessionIsOfItAlone() {
    SessionId id = SessionExamples.stored(house.storage.sessions(), "a").id();
    SessionExamples.stored(house.storage.sessions(), "b");
    house.engine.sessions().end(id, EndReason.CLOSED);
    String timeline = path(id) + "/timeline";

    assertThat(api.items(timeline, "kind")).containsExactly("session.ended", "session.started");
    assertThat(api.items(timeline, "sessionId")).containsOnly(id.value());
    assertThat(api.itemsOneByOne(timeline, "kind"))
        .containsExactly("session.ended", "session.started");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /sessions/0000beef,",
    "GET, /sessions/0000beef/timeline,",
    "POST, /sessions/0000beef/end, {}",
    "PUT, /sessions/0000beef/status, '{\"text\":\"a\"}'",
    "POST, /sessions/0000beef/send, '{\"text\":\"a\"}'"
  })
  void aSessionThatIsNotThereIsNotFound(String method, String path, String json) {
    Answer answer = api.call(method, path, json);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body()).contains("ENG-1002", "no session 0000beef");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/sessions/BEEF",
        "/sessions?live=yes",
        "/sessions?role=king",
        "/sessions?conversation=Chief",
        "/sessions?after=bm90b2ZvdXJz",
        "/sessions?limit=0",
        "/sessions?colour=red"
      })
  void whatNoSessionHasIsRefused(String path) {
    assertThat(api.get(path).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"reason\":\"bored\"}", "{\"why\":\"lost\"}", "[]", "{\"reason\":null}"})
  void anEndForNoReasonIsRefused(String json) {
    SessionId id = SessionExamples.stored(house.storage.sessions(), "a").id();

    assertThat(api.post(path(id) + "/end", json).status()).isEqualTo(400);
  }

  private static String path(SessionId id) {
    return "/sessions/" + id;
  }

  private Session began(String claudeId, Role role, Client client, Instant at) {
    Observation first =
        house
            .storage
            .sessions()
            .admit(sighting(claudeId, started(Source.STARTUP), client, at), newcomer(role));
    return ((Observation.Admitted) first).session();
  }
}
