package dev.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Urgency;
import dev.engine.domain.ping.Appeal;
import dev.engine.domain.ping.Ping;
import dev.engine.domain.worker.AttemptEnd;
import dev.engine.domain.worker.Usage;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.WorkerExamples;
import dev.engine.http.Client.Answer;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BriefRoutesTest {

  private final House house = House.open();
  private final Api api = new Api(house);

  @AfterEach
  void closeHouse() {
    api.close();
    house.close();
  }

  @Test
  void whatIsNewIsTold() {
    Ping ping = pinged();

    Answer brief = api.get("/brief");

    assertThat(brief.body())
        .isEqualTo(
            """
            {"upTo":1,"whole":true,"groups":[{"topic":"asked","count":1,"newest":[\
            {"at":"2026-01-05T12:00:00Z","subjectKind":"ping","subjectId":"%s",\
            "text":"ping, high, open: Deploy now?","event":1}]}]}\
            """
                .formatted(ping.id()));
  }

  @Test
  void whatWorkersCostIsTold() {
    Worker worker = WorkerExamples.spawned(house.storage, "Compare.", House.NOON);
    WorkerExamples.claimed(house.storage, "first", House.NOON);
    Usage usage = new Usage(new BigDecimal("0.25"), null);
    WorkerExamples.finished(
        house.storage, worker.id(), new AttemptEnd.Succeeded("Done.", 0, usage), House.NOON);

    Answer brief = api.get("/brief");

    assertThat(brief.body())
        .contains(
            "\"spentUsd\":0.25",
            "\"subjectKind\":\"worker\",\"subjectId\":\"%s\"".formatted(worker.id()));
  }

  @Test
  void onlyWhoSaysSoHasLooked() {
    pinged();
    api.get("/brief");
    Answer unmoved = api.get("/brief");

    Answer looked = api.post("/brief/looked", "{\"upTo\":1}");
    house.pass(Duration.ofMinutes(1));

    assertThat(unmoved.body()).contains("\"topic\":\"asked\"");
    assertThat(looked.body())
        .isEqualTo("{\"reader\":\"person\",\"upTo\":1,\"lookedAt\":\"2026-01-05T12:00:00Z\"}");
    assertThat(api.get("/brief").body())
        .isEqualTo("{\"since\":\"2026-01-05T12:00:00Z\",\"upTo\":1,\"whole\":true,\"groups\":[]}");
    assertThat(api.get("/brief?reader=phone").body()).contains("\"topic\":\"asked\"");
    assertThat(api.get("/brief?since=2h").body()).contains("\"topic\":\"asked\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"upTo\":2}", "{\"upTo\":-1}", "{}", "{\"upTo\":1,\"reader\":\"A B\"}"})
  void aMarkThatCannotBeIsRefused(String mark) {
    pinged();

    assertThat(api.post("/brief/looked", mark).status()).isEqualTo(400);
  }

  private Ping pinged() {
    return house.engine.pings().send(new Appeal(null, null, Urgency.HIGH, "Deploy now?"));
  }
}
