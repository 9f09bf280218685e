package dev.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.http.Client.Answer;
import dev.engine.http.api.Operation;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Work that takes long, on one operation that is held until the test lets it go. */
final class LongWorkTest {

  record WorkJson(String done) {}

  private final CountDownLatch started = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final House house =
      House.of(
          Operation.post("/long", "workLong", "Works until it is let go.")
              .takesLong()
              .answers(WorkJson.class, call -> work()),
          Operation.post("/failing", "fail", "Works and fails.")
              .takesLong()
              .answers(WorkJson.class, call -> fail()),
          Operation.get("/short", "workShortly", "Works shortly.")
              .answers(WorkJson.class, call -> new WorkJson("shortly")));
  private final Client client = house.client();
  private final Client other = house.client();

  @AfterEach
  void closeHouse() {
    ended.countDown();
    client.close();
    other.close();
    house.close();
  }

  @Test
  void othersGoOnWhileOneWorksAndASecondPieceIsRefused() throws InterruptedException {
    client.write(request(client));
    assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();

    Answer meanwhile = other.send("GET", "/short");
    Answer second = other.send("POST", "/long");
    ended.countDown();
    Answer first = client.read();

    assertThat(meanwhile.body()).isEqualTo("{\"done\":\"shortly\"}");
    assertThat(second.status()).isEqualTo(503);
    assertThat(second.header("Retry-After")).isPresent();
    assertThat(second.body()).contains("ENG-1115");
    assertThat(first.body()).isEqualTo("{\"done\":\"at last\"}");
  }

  @Test
  void whoeverIsDoneOrFailsLeavesTheirTurn() {
    ended.countDown();

    Stream<Integer> done =
        Stream.of("/long", "/long", "/failing", "/failing")
            .map(path -> client.send("POST", path).status());

    assertThat(done).containsExactly(200, 200, 409, 409);
  }

  private WorkJson work() {
    started.countDown();
    try {
      ended.await();
    } catch (InterruptedException cut) {
      throw new IllegalStateException(cut);
    }
    return new WorkJson("at last");
  }

  private static WorkJson fail() {
    throw new Conflict("there is nothing to work on");
  }

  private static byte[] request(Client from) {
    return """
    POST /long HTTP/1.1\r
    Host: %s\r
    Authorization: Bearer %s\r
    \r
    """
        .formatted(from.authority(), House.TOKEN)
        .getBytes(StandardCharsets.US_ASCII);
  }
}
