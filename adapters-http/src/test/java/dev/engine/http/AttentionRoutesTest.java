package dev.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Urgency;
import dev.engine.domain.ping.Appeal;
import dev.engine.domain.ping.Ping;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.WorkerExamples;
import dev.engine.http.Client.Answer;
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
            {"items":[{"kind":"ping","urgency":"high","since":"2026-01-05T12:00:00Z",\
            "subjectId":"%1$s","reason":"Deploy now?","remedy":"engine ping answer %1$s TEXT"}]}\
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
        .startsWith("{\"items\":[{\"kind\":\"worker_failed\"")
        .contains("\"subjectId\":\"%s\"".formatted(worker.id()));
    assertThat(answer.body()).contains("\"subjectId\":\"%s\"".formatted(answered.id()));
    assertThat(snooze.body()).contains("\"subjectId\":\"%s\"".formatted(snoozed.id()));
    assertThat(api.get("/attention").body()).isEqualTo("{\"items\":[]}");
    assertThat(api.post("/attention/0000beef/acknowledge").status()).isEqualTo(404);
  }

  private Ping pinged(Urgency urgency) {
    return house.engine.pings().send(new Appeal(null, null, urgency, "Deploy now?"));
  }
}
