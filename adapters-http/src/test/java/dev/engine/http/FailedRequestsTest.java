package dev.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.http.problem.FailedRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of requests that fail, and that nothing is told of others. */
final class FailedRequestsTest {

  private static final String CANARY = "canary-91be07d2";

  private final House house = House.open();
  private final Client client = house.client();

  @AfterEach
  void closeHouse() {
    client.close();
    house.close();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/v1/pings/0000beef, /api/v1/pings/{id}, 404, ENG-1002",
    "GET, /api/v1/pings/canary-91be07d2, /api/v1/pings/{id}, 400, ENG-1001",
    "GET, /api/v1/pings?canary-91be07d2=1, /api/v1/pings, 400, ENG-1001",
    "DELETE, /api/v1/pings, , 405, ENG-1104",
    "GET, /canary-91be07d2, , 404, ENG-1103",
    "HEAD, /canary-91be07d2, , 404, ENG-1103",
    "TRACE, /canary-91be07d2, , 405, ENG-1104",
    "CANARY-91BE07D2, /, , 405, ENG-1104",
  })
  void aRefusalIsToldByItsRouteAndNeverByItsAddress(
      String method, String path, @Nullable String route, int status, String code)
      throws InterruptedException {
    client.send(method, path);

    FailedRequest failed = next();

    String known = method.startsWith("CANARY") ? "other" : method;
    assertThat(failed)
        .isEqualTo(new FailedRequest(known, route, status, code, failed.took(), null));
    assertThat(failed.took()).isBetween(Duration.ZERO, Duration.ofMinutes(1));
  }

  @Test
  void aStrangerAndWhatIsNoHttpAreToldToo() throws InterruptedException {
    client.sendAs("GET", "/api/v1/pings", null, "Authorization: Bearer " + CANARY);
    FailedRequest stranger = next();
    client.raw(CANARY + "\r\n\r\n", new byte[0]);
    FailedRequest nonsense = next();

    assertThat(stranger)
        .isEqualTo(new FailedRequest("GET", null, 401, "ENG-1101", stranger.took(), null));
    assertThat(nonsense)
        .isEqualTo(
            new FailedRequest(nonsense.method(), null, 400, "ENG-1114", nonsense.took(), null));
    assertThat(nonsense.toString()).doesNotContainIgnoringCase(CANARY);
  }

  @Test
  void aBodyIsNotTold() throws InterruptedException {
    client.send("POST", "/api/v1/pings", "{\"message\":\"%s\"".formatted(CANARY));

    FailedRequest failed = next();

    assertThat(failed.code()).isEqualTo("ENG-1001");
    assertThat(failed.toString()).doesNotContain(CANARY);
  }

  @Test
  void aFailureOfTheStoreIsToldWithItsReason() throws InterruptedException {
    StorageUnavailable reason = new StorageUnavailable("the disk is full");
    house.readiness.set(
        () -> {
          throw reason;
        });

    client.send("GET", "/readyz");

    FailedRequest failed = next();
    assertThat(failed)
        .isEqualTo(new FailedRequest("GET", "/readyz", 503, "ENG-2001", failed.took(), reason));
  }

  @Test
  void aBugIsToldWithItsStack() throws InterruptedException {
    IllegalStateException bug = new IllegalStateException("inside");
    house.readiness.set(
        () -> {
          throw bug;
        });

    client.send("GET", "/readyz");

    assertThat(next().failure()).isSameAs(bug);
  }

  @Test
  void anErrorIsToldWithItsStack() throws InterruptedException {
    AssertionError error = new AssertionError("inside");
    house.readiness.set(
        () -> {
          throw error;
        });

    client.send("GET", "/readyz");

    FailedRequest failed = next();
    assertThat(failed)
        .isEqualTo(new FailedRequest("GET", null, 500, "ENG-9999", failed.took(), error));
  }

  @Test
  void eachIsToldOnceAndWhatSucceedsIsNot() throws InterruptedException {
    client.send("GET", "/api/v1/pings");
    client.send("GET", "/first");
    client.raw(
        "GET /healthz HTTP/1.1\r\nHost: %s\r\n\r\n".formatted(client.authority()),
        "".getBytes(StandardCharsets.US_ASCII));
    client.send("GET", "/api/v1/pings/0000beef");

    assertThat(next().code()).isEqualTo("ENG-1103");
    assertThat(next().code()).isEqualTo("ENG-1002");
    assertThat(house.failed).isEmpty();
  }

  /** A request is over a moment after its sender has read the answer. */
  private FailedRequest next() throws InterruptedException {
    return Objects.requireNonNull(house.failed.poll(20, TimeUnit.SECONDS), "nothing is told");
  }
}
