package dev.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.engine.http.Client.Answer;
import dev.engine.http.api.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Answers that are good for as long as nothing is stored, as clients see them. */
final class KeptAnswersTest {

  private static final String COUNT = "/count";
  private static final String PINGS = "/api/v1/pings";

  record CountJson(int count) {}

  private final AtomicInteger count = new AtomicInteger();
  private final House house =
      House.of(
          Operation.get(COUNT, "count", "Counts how often it is carried out.")
              .tagged()
              .kept()
              .answers(CountJson.class, call -> new CountJson(count.incrementAndGet())));
  private final Client client = house.client();

  @AfterEach
  void closeHouse() {
    client.close();
    house.close();
  }

  @Test
  void anAnswerIsGivenAgainWithItsTag() {
    Answer first = client.send("GET", COUNT);

    Answer second = client.send("GET", COUNT);

    assertThat(second).isEqualTo(first);
    assertThat(second.body()).isEqualTo("{\"count\":1}");
  }

  @Test
  void aTagThatIsKnownIsAnsweredShortly() {
    String tag = client.send("GET", COUNT).header("ETag").orElseThrow();

    Answer known = client.send("GET", COUNT, null, "If-None-Match: " + tag);

    assertThat(known.status()).isEqualTo(304);
    assertThat(known.body()).isEmpty();
  }

  @Test
  void onlyTheHeadOfAKeptAnswerIsGivenToWhoWantsThat() {
    Answer whole = client.send("GET", COUNT);

    Answer head = client.send("HEAD", COUNT);

    assertThat(head.status()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.header("ETag")).isEqualTo(whole.header("ETag"));
    assertThat(head.header("Content-Length")).contains("11");
  }

  @Test
  void aStrangerGetsNothingOfWhatIsKept() {
    client.send("GET", COUNT);

    Answer strange = client.sendAs("GET", COUNT, null);

    assertThat(strange.status()).isEqualTo(401);
    assertThat(strange.body()).doesNotContain("{\"count\"");
  }

  @Test
  void whatIsWrongWithARequestIsSaidAlthoughAnAnswerIsKept() {
    client.send("GET", COUNT);

    Answer misspelt = client.send("GET", COUNT + "?limitt=1");
    Answer withBody = client.send("GET", COUNT, "{}");

    assertThat(misspelt.status()).isEqualTo(400);
    assertThat(withBody.status()).isEqualTo(400);
  }

  @Test
  void onlyWhatReadsCanBeKept() {
    assertThatThrownBy(() -> Operation.post(COUNT, "count", "Counts.").kept())
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whoSentAPingFindsItInTheNextList() throws Exception {
    try (House pings = House.open();
        ExecutorService clients = Executors.newFixedThreadPool(8)) {

      List<Future<List<String>>> running = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        running.add(clients.submit(() -> missedByOne(pings)));
      }

      for (Future<List<String>> one : running) {
        assertThat(one.get()).isEmpty();
      }
    }
  }

  /** Those of its own pings that one client did not find right after it had sent them. */
  private static List<String> missedByOne(House house) {
    List<String> missed = new ArrayList<>();
    try (Client client = house.client()) {
      for (int i = 0; i < 25; i++) {
        Answer sent = client.send("POST", PINGS, "{\"message\":\"Deploy now?\"}");
        String place = sent.header("Location").orElseThrow();
        String id = place.substring(PINGS.length() + 1);
        Answer list = client.send("GET", PINGS + "?limit=500");
        if (!list.body().contains(id)) {
          missed.add(id);
        }
      }
    }
    return missed;
  }
}
