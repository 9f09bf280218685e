package dev.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Urgency;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.ping.Appeal;
import dev.engine.domain.ping.Ping;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionExamples;
import dev.engine.http.Client.Answer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each answer is compared with the document too. */
final class PingRoutesTest {

  private static final String PINGS = "/api/v1/pings";
  private static final ConversationId CHIEF = new ConversationId("chief-2026-01-05");

  private final House house = House.open();
  private final Client client = house.client();
  private final Contract contract = Contract.of(client);

  @AfterEach
  void closeHouse() {
    client.close();
    house.close();
  }

  @Test
  void aPingThatIsSentCanBeShown() {
    Answer sent = call("POST", PINGS, "{\"message\":\"Deploy now?\",\"urgency\":\"high\"}");

    String location = sent.header("Location").orElseThrow();
    Answer shown = call("GET", location, null);
    assertThat(sent.status()).isEqualTo(201);
    assertThat(shown).extracting(Answer::status, Answer::body).containsExactly(200, sent.body());
    assertThat(sent.body())
        .isEqualTo(
            """
            {"id":"%s","urgency":"high","message":"Deploy now?","state":"open",\
            "createdAt":"2026-01-05T12:00:00Z"}\
            """
                .formatted(location.substring(PINGS.length() + 1)));
  }

  @Test
  void aPingOfASessionIsOfItsConversation() {
    Session session = SessionExamples.stored(house.storage.sessions(), "a");

    Answer sent =
        call(
            "POST",
            PINGS,
            "{\"sessionId\":\"%s\",\"message\":\"Deploy now?\"}".formatted(session.id()));

    assertThat(sent.body())
        .contains("\"sessionId\":\"%s\"".formatted(session.id()))
        .contains("\"conversationId\":\"%s\"".formatted(session.conversation()))
        .contains("\"urgency\":\"normal\"");
  }

  @Test
  void pingsAreListedTheNewestFirst() {
    Ping first = stored("first");
    house.pass(Duration.ofSeconds(1));
    Ping second = stored("second");

    Answer all = call("GET", PINGS, null);
    Answer one = call("GET", PINGS + "?limit=1", null);

    assertThat(all.body().indexOf(second.id().value()))
        .isBetween(0, all.body().indexOf(first.id().value()));
    assertThat(one.body()).contains(second.id().value()).doesNotContain(first.id().value());
  }

  @Test
  void listsAreOfOpenPingsAndOfOneConversation() {
    Ping seen = stored("seen");
    Ping open = stored("open");
    house.engine.pings().acknowledge(seen.id());

    Answer ofOpen = call("GET", PINGS + "?open=true", null);
    Answer ofOther = call("GET", PINGS + "?conversation=other", null);
    Answer ofChief = call("GET", PINGS + "?open=false&conversation=" + CHIEF, null);

    assertThat(ofOpen.body()).contains(open.id().value()).doesNotContain(seen.id().value());
    assertThat(ofOther.body()).isEqualTo("{\"items\":[]}");
    assertThat(ofChief.body()).contains(open.id().value(), seen.id().value());
  }

  @Test
  void aPingIsAcknowledgedOnce() {
    Ping ping = stored("Deploy now?");

    Answer first = call("POST", PINGS + "/" + ping.id() + "/acknowledge", null);
    house.pass(Duration.ofMinutes(1));
    Answer second = call("POST", PINGS + "/" + ping.id() + "/acknowledge", null);

    assertThat(first.body())
        .contains("\"state\":\"acknowledged\"", "\"acknowledgedAt\":\"2026-01-05T12:00:00Z\"");
    assertThat(second.body()).isEqualTo(first.body());
  }

  @Test
  void aPingIsAnsweredOnceAndTheFirstAnswerStands() {
    Ping ping = stored("Deploy now?");

    Answer first = call("POST", PINGS + "/" + ping.id() + "/answer", "{\"text\":\"yes\"}");
    Answer second = call("POST", PINGS + "/" + ping.id() + "/answer", "{\"text\":\"no\"}");

    assertThat(first.body()).contains("\"state\":\"answered\"", "\"answer\":\"yes\"");
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.body()).contains("ENG-1003", "the first answer stands");
  }

  @Test
  void aPingIsSnoozed() {
    Ping ping = stored("Deploy now?");

    Answer snoozed = call("POST", PINGS + "/" + ping.id() + "/snooze", "{\"pause\":\"15m\"}");

    assertThat(snoozed.body()).contains("\"snoozedUntil\":\"2026-01-05T12:15:00Z\"");
  }

  @Test
  void aPingThatIsNotThereIsNotFound() {
    Answer shown = call("GET", PINGS + "/0000beef", null);

    assertThat(shown.status()).isEqualTo(404);
    assertThat(shown.body())
        .isEqualTo(
            """
            {"type":"urn:engine:problem:ENG-1002","title":"Not found","status":404,\
            "detail":"no ping 0000beef","code":"ENG-1002","instance":"/api/v1/pings/0000beef"}\
            """);
  }

  @ParameterizedTest
  @CsvSource({"/pings, message", "/pings/ID/answer, text"})
  void textsAreAsLongAsTheDocumentSays(String path, String field) {
    String of = "/api/v1" + path.replace("ID", stored("Deploy now?").id().value());

    Answer longest = call("POST", of, "{\"%s\":\"%s\"}".formatted(field, "a".repeat(10_000)));
    Answer longer = call("POST", of, "{\"%s\":\"%s\"}".formatted(field, "a".repeat(10_001)));

    assertThat(longest.status()).isIn(200, 201);
    assertThat(longer.status()).isEqualTo(400);
  }

  private Ping stored(String message) {
    return house.engine.pings().send(new Appeal(null, CHIEF, Urgency.NORMAL, message));
  }

  private Answer call(String method, String path, @Nullable String json) {
    Answer answer = client.send(method, path, json);
    String plain = path.split("\\?", -1)[0];
    assertThat(contract.differences(method, plain, answer)).isEmpty();
    return answer;
  }
}
