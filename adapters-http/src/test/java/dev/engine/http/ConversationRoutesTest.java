package dev.engine.http;

import static dev.engine.domain.session.SessionExamples.newcomer;
import static dev.engine.domain.session.SessionExamples.sighting;
import static dev.engine.domain.session.SessionExamples.started;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.session.Client;
import dev.engine.domain.session.EndReason;
import dev.engine.domain.session.Observation;
import dev.engine.domain.session.ProcessIdentity;
import dev.engine.domain.session.Role;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionExamples;
import dev.engine.domain.session.Signal;
import dev.engine.domain.session.Source;
import dev.engine.http.Client.Answer;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConversationRoutesTest {

  private static final Instant NOON = House.NOON;

  private final House house = House.open();
  private final Api api = new Api(house);

  @AfterEach
  void closeHouse() {
    api.close();
    house.close();
  }

  @Test
  void conversationsAreListedTheOneJoinedLastFirstInPages() {
    ConversationId first = began("a", Source.STARTUP, null, NOON).conversation();
    ConversationId second = began("b", Source.STARTUP, null, NOON.plusSeconds(1)).conversation();
    ConversationId third = began("c", Source.STARTUP, null, NOON.plusSeconds(2)).conversation();

    assertThat(api.itemsOneByOne("/conversations", "id"))
        .isEqualTo(api.items("/conversations", "id"))
        .containsExactly(third.value(), second.value(), first.value());
  }

  @Test
  void aListSaysHowManyJoinedLiveAndWait() {
    Session session = SessionExamples.stored(house.storage.sessions(), "a");
    house.engine.notifications().message(session.conversation(), "The review moved.");

    Answer listed = api.get("/conversations");

    assertThat(listed.body())
        .startsWith(
            """
            {"items":[{"id":"%s","sessionCount":1,"liveCount":1,"waitingCount":1,\
            "newest":{"id":"%s",\
            """
                .formatted(session.conversation(), session.id()));
  }

  @Test
  void aLineageShowsWhichSessionFollowedWhich() {
    Session cleared = began("a", Source.STARTUP, null, NOON);
    house
        .storage
        .sessions()
        .observe(sighting("a", new Signal.Ended(EndReason.CLEAR), NOON.plusSeconds(1)));
    Session next = began("b", Source.CLEAR, null, NOON.plusSeconds(1));

    Answer shown = api.get("/conversations/" + cleared.conversation());

    assertThat(next.conversation()).isEqualTo(cleared.conversation());
    assertThat(shown.body())
        .startsWith("{\"id\":\"%s\",\"sessions\":[".formatted(cleared.conversation()))
        .containsSubsequence(
            "\"id\":\"%s\"".formatted(cleared.id()),
            "\"endReason\":\"clear\"",
            "\"id\":\"%s\"".formatted(next.id()),
            "\"continuation\":\"clear\",\"previousSessionId\":\"%s\"".formatted(cleared.id()));
  }

  @Test
  void aConversationShowsItsReceipts() {
    Session session = SessionExamples.stored(house.storage.sessions(), "a");
    String notice =
        house.engine.notifications().message(session.conversation(), "It moved.").id().value();

    Answer shown = api.get("/conversations/" + session.conversation());

    assertThat(shown.body())
        .containsSubsequence(
            "\"notifications\":[{\"id\":\"%s\"".formatted(notice), "\"state\":\"queued\"");
  }

  @Test
  void aTranscriptIsInTheFilesThatItsSessionsToldOf() {
    Session told = began("a", Source.STARTUP, "/home/dev/a.jsonl", NOON);
    Session silent = began("b", Source.STARTUP, null, NOON);

    Answer known = api.get("/conversations/%s/transcript".formatted(told.conversation()));
    Answer unknown = api.get("/conversations/%s/transcript".formatted(silent.conversation()));

    assertThat(known.body())
        .isEqualTo(
            """
            {"conversationId":"%s","files":[{"sessionId":"%s","path":"/home/dev/a.jsonl"}]}\
            """
                .formatted(told.conversation(), told.id()));
    assertThat(unknown.body())
        .isEqualTo("{\"conversationId\":\"%s\",\"files\":[]}".formatted(silent.conversation()));
  }

  @Test
  void whatAConversationIsToBeToldIsListedBeforeAnySessionJoinedIt() {
    String path = "/conversations/chief-2026-01-06/notifications";
    ConversationId tomorrow = new ConversationId("chief-2026-01-06");
    house.engine.notifications().message(new ConversationId("chief-2026-01-05"), "Other.");
    String first = house.engine.notifications().message(tomorrow, "First.").id().value();
    house.pass(Duration.ofSeconds(1));
    String second = house.engine.notifications().message(tomorrow, "Second.").id().value();

    assertThat(api.items(path, "id")).containsExactly(second, first);
    assertThat(api.items(path + "?waiting=true", "id")).containsExactly(second, first);
    assertThat(api.items(path + "?waiting=false", "id")).isEmpty();
    assertThat(api.itemsOneByOne(path, "id")).containsExactly(second, first);
  }

  @Test
  void theTimelineOfAConversationIsOfItAlone() {
    Session session = SessionExamples.stored(house.storage.sessions(), "a");
    SessionExamples.stored(house.storage.sessions(), "b");
    house.engine.notifications().message(session.conversation(), "The review moved.");
    String timeline = "/conversations/%s/timeline".formatted(session.conversation());

    assertThat(api.items(timeline, "kind"))
        .containsExactly("notification.queued", "session.started");
    assertThat(api.itemsOneByOne(timeline, "conversationId"))
        .hasSize(2)
        .containsOnly(session.conversation().value());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/transcript"})
  void aConversationThatNoSessionJoinedIsNotFound(String part) {
    Answer answer = api.get("/conversations/chief-2026-01-06" + part);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body()).contains("ENG-1002", "no conversation chief-2026-01-06");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/conversations/Chief",
        "/conversations?live=true",
        "/conversations?limit=501",
        "/conversations/chief/notifications?waiting=1",
        "/conversations/chief/timeline?after=x"
      })
  void whatNoConversationHasIsRefused(String path) {
    assertThat(api.get(path).status()).isEqualTo(400);
  }

  /** In a client process of its own, unless it goes on after a clear. */
  private Session began(String claudeId, Source source, @Nullable String transcript, Instant at) {
    ProcessIdentity process =
        new ProcessIdentity(source == Source.CLEAR ? 'a' : claudeId.charAt(0), NOON);
    Client client = new Client(null, transcript, process, null, null, null);
    Observation first =
        house
            .storage
            .sessions()
            .admit(sighting(claudeId, started(source), client, at), newcomer(Role.PROJECT));
    return ((Observation.Admitted) first).session();
  }
}
