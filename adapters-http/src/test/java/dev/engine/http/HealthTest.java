package dev.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.http.Client.Answer;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class HealthTest {

  private final House house = House.open();
  private final Client client = house.client();

  @AfterEach
  void closeHouse() {
    client.close();
    house.close();
  }

  @Test
  void anybodyHereMayAskWhetherItIsAlive() {
    Answer answer = client.sendAs("GET", "/healthz", null);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("ok\n");
  }

  @Test
  void itIsReadyIfTheWholeWayWorks() {
    Answer answer = client.send("GET", "/readyz");

    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void itIsNotReadyIfTheStoreIsNot() {
    house.readiness.set(
        () -> {
          throw new StorageUnavailable("the disk is full");
        });

    Answer answer = client.send("GET", "/readyz");

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("Retry-After")).contains("1");
    assertThat(answer.body()).contains("ENG-2001", "the disk is full");
  }

  @Test
  void aBugSaysNothingOfItself() {
    house.readiness.set(
        () -> {
          throw new IllegalStateException("a secret of the inside");
        });

    Answer answer = client.send("GET", "/readyz");

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.body()).contains("ENG-9999").doesNotContain("secret", "Exception", "at dev");
  }

  @Test
  void anErrorSaysNothingOfItselfEither() {
    house.readiness.set(
        () -> {
          throw new AssertionError("a secret of the inside");
        });

    Answer answer = client.send("GET", "/readyz");

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.body()).contains("ENG-9999").doesNotContain("secret", "Error:", "at dev");
  }

  @Test
  void requestsAndHooksAreMeasured() {
    client.send("GET", "/api/v1/pings/0000beef");
    client.send("POST", "/hooks/Stop", "{}");

    Answer answer = client.send("GET", "/metrics");

    assertThat(answer.header("Content-Type").orElseThrow()).startsWith("text/plain; version=0.0.4");
    assertThat(answer.body())
        .contains(
            "engine_http_request_seconds_count"
                + "{method=\"GET\",path=\"/api/v1/pings/{id}\",status=\"4xx\"} 1")
        .contains("engine_hook_seconds_count 1");
  }

  @Test
  void gaugesAreAskedForWhenSomebodyLooks() {
    house.metrics.gauge("engine_queue_depth", "How many wait.", () -> 7);
    house.metrics.gauges("engine_sessions", "Sessions.", "state", () -> Map.of("live", 3));

    Answer answer = client.send("GET", "/metrics");

    assertThat(answer.body())
        .contains("engine_queue_depth 7.0", "engine_sessions{state=\"live\"} 3.0");
  }
}
