package dev.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.http.Client.Answer;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Seeded requests over every operation: each is answered, never by a failure of the engine itself,
 * and the engine goes on. {@code -Dengine.requests=1000000} for a long run, {@code -Dengine.seed}
 * for another.
 */
final class FuzzedRequestsTest {

  private static final int REQUESTS = Integer.getInteger("engine.requests", 10_000);
  private static final long SEED = Long.getLong("engine.seed", 20_260_105);

  /** Some are kept for the message; the rest would say the same. */
  private static final int MOST_KEPT = 5;

  private final House house = House.open();
  private Client client = house.client();
  private final List<String> wrong = new ArrayList<>();
  private final TreeMap<Integer, Integer> answers = new TreeMap<>();

  @AfterEach
  void closeHouse() {
    client.close();
    house.close();
  }

  @Test
  void eachIsAnsweredAndNoneIsTheEnginesFailure() {
    List<String> operations =
        Contract.of(client).operations().stream()
            .filter(operation -> !operation.equals("POST /waits")) // which is to take its time
            .toList();
    Random random = new Random(SEED);

    for (int i = 0; i < REQUESTS; i++) {
      String operation = operations.get(random.nextInt(operations.size()));
      send(FuzzedRequest.of(operation, client.authority(), random));
    }

    assertThat(wrong).as("seed %d, answers %s", SEED, answers).isEmpty();
    assertThat(answers.keySet()).contains(200, 400, 404);
    assertThat(client.send("GET", "/readyz").status()).isEqualTo(200);
  }

  private void send(FuzzedRequest request) {
    try {
      Answer answer = client.raw(request.head(), request.body());
      answers.merge(answer.status(), 1, Integer::sum);
      if (answer.status() >= 500) {
        note("%s\n-> %d %s".formatted(request, answer.status(), answer.body()));
      }
      if (answer.header("Connection").filter("close"::equalsIgnoreCase).isPresent()) {
        again();
      }
    } catch (UncheckedIOException unanswered) {
      note("%s\n-> nothing: %s".formatted(request, unanswered.getMessage()));
      again();
    }
  }

  private void note(String what) {
    if (wrong.size() < MOST_KEPT) {
      wrong.add(what);
    }
  }

  private void again() {
    client.close();
    client = house.client();
  }
}
