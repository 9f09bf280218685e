package dev.engine.http;

import static dev.engine.domain.session.SessionExamples.newcomer;
import static dev.engine.domain.session.SessionExamples.sighting;
import static dev.engine.domain.session.SessionExamples.started;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Urgency;
import dev.engine.domain.ping.Appeal;
import dev.engine.domain.ping.Ping;
import dev.engine.domain.session.Observation;
import dev.engine.domain.session.Role;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionExamples;
import dev.engine.domain.session.Sighting;
import dev.engine.domain.session.Signal;
import dev.engine.domain.session.Source;
import dev.engine.domain.session.Want;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.WorkerExamples;
import dev.engine.http.Client.Answer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AttentionRoutesTest {

  private final House house = House.open();
  private final Api api = new Api(house);

  @AfterEach
  void closeHouse() {
    api.close();
    house.close();
  }

  @Test
  void whatWaitsSaysWhyAndWhatToDo() {
    Ping ping = pinged(Urgency.HIGH);

    Answer listed = api.get("/attention");

    assertThat(listed.body())
        .isEqualTo(
            """
            {"items":[{"id":"ping-%1$s","kind":"ping","urgency":"high",\
            "since":"2026-01-05T12:00:00Z","subjectId":"%1$s","subjectKind":"ping",\
            "reason":"Deploy now?","remedy":"engine ping answer %1$s TEXT",\
            "acts":["acknowledge","snooze","answer"]}]}\
            """
                .formatted(ping.id()));
  }

  @Test
  void theWorstIsAtTheFront() {
    String low = pinged(Urgency.LOW).id().value();
    Worker worker = WorkerExamples.failing(house.storage, "Compare.", House.NOON);
    String critical = pinged(Urgency.CRITICAL).id().value();

    assertThat(api.items("/attention", "subjectId"))
        .containsExactly(critical, worker.id().value(), low);
    assertThat(api.items("/attention?limit=1", "subjectId")).containsExactly(critical);
  }

  @Test
  void anItemNamesTheSessionToJumpTo() {
    Session asking = inPane("asking", 0);
    Session waiting = inPane("waiting", 1);
    Session unseen = SessionExamples.stored(house.storage.sessions(), "no-pane");
    house.engine.pings().send(new Appeal(asking.id(), null, Urgency.HIGH, "Deploy now?"));
    for (String claudeId : List.of("waiting", "no-pane")) {
      house
          .storage
          .sessions()
          .observe(
              sighting(claudeId, new Signal.WaitsFor(Want.PERMISSION), House.NOON.plusSeconds(2)));
    }

    String listed = api.get("/attention").body();

    assertThat(listed)
        .contains(
            "\"sessionId\":\"%s\",\"acts\":[\"acknowledge\",\"snooze\",\"answer\",\"jump\"]"
                .formatted(asking.id()),
            "\"sessionId\":\"%s\",\"acts\":[\"acknowledge\",\"snooze\",\"jump\"]"
                .formatted(waiting.id()),
            "\"remedy\":\"engine session show %s\",\"acts\":[\"acknowledge\",\"snooze\"]"
                .formatted(unseen.id()));
  }

  @Test
  void anItemIsSettledByItsOwnId() {
    Ping answered = pinged(Urgency.HIGH);
    Ping acknowledged = pinged(Urgency.LOW);
    Ping snoozed = pinged(Urgency.LOW);

    Answer answer =
        api.post("/attention/ping-%s/answer".formatted(answered.id()), "{\"text\":\"Yes.\"}");
    api.post("/attention/ping-%s/acknowledge".formatted(acknowledged.id()));
    api.post("/attention/ping-%s/snooze".formatted(snoozed.id()), "{\"pause\":\"2h\"}");

    assertThat(answer.body()).contains("\"id\":\"ping-%s\"".formatted(answered.id()));
    assertThat(house.engine.pings().show(answered.id()).isAnswered()).isTrue();
    assertThat(api.get("/attention").body()).isEqualTo("{\"items\":[]}");
  }

  @Test
  void whatWasSeenWaitsNoMore() {
    Ping ping = pinged(Urgency.HIGH);
    house.engine.pings().acknowledge(ping.id());

    assertThat(api.get("/attention").body()).isEqualTo("{\"items\":[]}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "limit=501", "after=x", "kind=ping"})
  void whatAttentionDoesNotTakeIsRefused(String query) {
    assertThat(api.get("/attention?" + query).status()).isEqualTo(400);
  }

  @Test
  void whatWaitsIsSettledInPlace() {
    Worker worker = WorkerExamples.failing(house.storage, "Compare.", House.NOON);
    Ping answered = pinged(Urgency.HIGH);
    Ping snoozed = pinged(Urgency.LOW);

    Answer acknowledged = api.post("/attention/%s/acknowledge".formatted(worker.id()));
    Answer answer =
        api.post("/attention/%s/answer".formatted(answered.id()), "{\"text\":\"Yes.\"}");
    Answer snooze = api.post("/attention/%s/snooze".formatted(snoozed.id()), "{\"pause\":\"2h\"}");

    assertThat(acknowledged.body())
        .startsWith("{\"items\":[{\"id\":\"worker_failed-%s\"".formatted(worker.id()))
        .contains("\"subjectId\":\"%s\"".formatted(worker.id()));
    assertThat(answer.body()).contains("\"subjectId\":\"%s\"".formatted(answered.id()));
    assertThat(snooze.body()).contains("\"subjectId\":\"%s\"".formatted(snoozed.id()));
    assertThat(api.get("/attention").body()).isEqualTo("{\"items\":[]}");
    assertThat(api.post("/attention/0000beef/acknowledge").status()).isEqualTo(404);
  }

  private Session inPane(String claudeId, int second) {
    Sighting first =
        sighting(
            claudeId,
            started(Source.STARTUP),
            SessionExamples.clientInPane("%7"),
            House.NOON.plusSeconds(second));
    return ((Observation.Admitted) house.storage.sessions().admit(first, newcomer(Role.BUILDER)))
        .session();
  }

  private Ping pinged(Urgency urgency) {
    return house.engine.pings().send(new Appeal(null, null, urgency, "Deploy now?"));
  }
}
