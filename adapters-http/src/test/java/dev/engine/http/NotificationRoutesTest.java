package dev.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.conversation.ConversationId;
import dev.engine.http.Client.Answer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NotificationRoutesTest {

  private static final ConversationId CHIEF = new ConversationId("chief-2026-01-05");

  private final House house = House.open();
  private final Api api = new Api(house);

  @AfterEach
  void closeHouse() {
    api.close();
    house.close();
  }

  @Test
  void aMessageThatIsLeftCanBeShown() {
    Answer queued = api.post("/notifications", message("The review moved\\nto Friday."));

    Answer shown = api.get(Api.location(queued));
    assertThat(queued.status()).isEqualTo(201);
    assertThat(shown).extracting(Answer::status, Answer::body).containsExactly(200, queued.body());
    assertThat(shown.body())
        .matches(
            """
            \\{"id":"[0-9a-f]{8}","conversationId":"chief-2026-01-05","type":"message",\
            "entityId":"[0-9a-f]{8}","generation":1,"sender":"person","urgency":"normal",\
            "title":"The review moved","body":"The review moved\\\\nto Friday.",\
            "createdAt":"2026-01-05T12:00:00Z","state":"queued","attempts":0}\
            """);
  }

  @Test
  void aMessageSaysWhoItIsFromAndHowUrgentItIs() {
    Answer queued =
        api.post(
            "/notifications",
            "{\"conversationId\":\"chief-2026-01-05\",\"text\":\"Look\",\"urgency\":\"high\","
                + "\"from\":\"builder-3fa94c01\"}");

    assertThat(queued.body())
        .contains("\"sender\":\"conversation:builder-3fa94c01\",\"urgency\":\"high\"");
  }

  @Test
  void whatWaitsCanBeWithdrawnOnce() {
    String id = left(CHIEF);
    String reason = "{\"reason\":\"it was a mistake\"}";

    Answer withdrawn = api.post("/notifications/" + id + "/withdraw", reason);

    assertThat(withdrawn.body())
        .contains("\"state\":\"withdrawn\"", "\"reason\":\"it was a mistake\"");
    assertThat(api.post("/notifications/" + id + "/withdraw", reason).status()).isEqualTo(409);
    assertThat(api.items("/notifications?waiting=true", "id")).isEmpty();
  }

  @Test
  void whatHasNotArrivedCannotHaveBeenSeen() {
    String id = left(CHIEF);

    Answer refused = api.post("/notifications/" + id + "/seen", "");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body()).contains("has not arrived: it is queued");
  }

  @Test
  void notificationsAreListedTheNewestFirstInPages() {
    String first = left(CHIEF);
    String second = left(CHIEF);
    String third = left(CHIEF);

    assertThat(api.itemsOneByOne("/notifications", "id"))
        .isEqualTo(api.items("/notifications", "id"))
        .containsExactly(third, second, first);
  }

  @Test
  void listsAreOfWhatWaitsOrOfAConversation() {
    String here = left(CHIEF);
    String there = left(new ConversationId("builder-3fa94c01"));

    assertThat(api.items("/notifications?waiting=true", "id")).containsExactly(there, here);
    assertThat(api.items("/notifications?waiting=false", "id")).isEmpty();
    assertThat(api.items("/notifications?conversation=" + CHIEF, "id")).containsExactly(here);
  }

  @Test
  void aTextIsAsLongAsTheDocumentSays() {
    assertThat(api.post("/notifications", message("a".repeat(100_000))).status()).isEqualTo(201);
    assertThat(api.post("/notifications", message("a".repeat(100_001))).status()).isEqualTo(400);
    assertThat(api.post("/notifications", message(" ")).status()).isEqualTo(400);
  }

  @Test
  void aNotificationThatIsNotThereIsNotFound() {
    Answer shown = api.get("/notifications/0000beef");

    assertThat(shown.status()).isEqualTo(404);
    assertThat(shown.body()).contains("ENG-1002", "no notification 0000beef");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"text\":\"To nobody.\"}",
        "{\"conversationId\":\"Chief\",\"text\":\"To nobody.\"}",
        "{\"conversationId\":\"chief\"}",
        "{\"conversationId\":\"chief\",\"text\":1}",
        "{\"conversationId\":\"chief\",\"text\":\"a\",\"type\":\"worker_failed\"}"
      })
  void aMessageOfAnotherShapeIsRefused(String json) {
    assertThat(api.post("/notifications", json).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/notifications/x",
        "/notifications?waiting=maybe",
        "/notifications?conversation=",
        "/notifications?after=x"
      })
  void whatNoNotificationHasIsRefused(String path) {
    assertThat(api.get(path).status()).isEqualTo(400);
  }

  private static String message(String text) {
    return "{\"conversationId\":\"%s\",\"text\":\"%s\"}".formatted(CHIEF, text);
  }

  private String left(ConversationId to) {
    house.pass(Duration.ofSeconds(1));
    return house.engine.notifications().message(to, "The review moved.").id().value();
  }
}
