package dev.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.journal.EventFilter;
import dev.engine.http.Client.Answer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class WaitRoutesTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  private House house = House.open();

  @AfterEach
  void closeHouse() {
    house.close();
  }

  @Test
  void linesComeAsTheyAreSaidAndTheTextAtTheEnd() throws IOException {
    CountDownLatch isHeard = new CountDownLatch(1);
    house.waiting.set(
        (payload, headers, line) -> {
          line.stillHere();
          isHeard.await();
          line.wake("gr\u00fc\u00dfe\nall");
        });

    try (Waiting waiting = new Waiting()) {
      assertThat(waiting.line()).isEmpty();
      isHeard.countDown();

      assertThat(waiting.line()).isEqualTo("wake 11");
      assertThat(waiting.rest()).isEqualTo("gr\u00fc\u00dfe\nall\n");
    }
  }

  @Test
  void aHookThatNeedNotWaitIsToldSo() throws IOException {
    house.waiting.set(
        (payload, headers, line) -> {
          line.stillHere();
          line.dismiss();
        });

    try (Waiting waiting = new Waiting()) {
      assertThat(waiting.rest()).isEqualTo("\ndone\n");
    }
  }

  @Test
  void theListenerIsGivenWhatTheHookBrought() throws IOException {
    CompletableFuture<String> brought = new CompletableFuture<>();
    house.waiting.set(
        (payload, headers, line) ->
            brought.complete(
                headers.apply("X-Engine-Event-Id") + new String(payload, StandardCharsets.UTF_8)));

    try (Waiting waiting = new Waiting()) {
      assertThat(waiting.rest()).isEmpty();
    }

    assertThat(brought).isCompletedWithValue("0123{\"session_id\":\"a\"}");
  }

  @Test
  void aHookThatIsGoneIsNoticedByTheSecondWord() throws Exception {
    CountDownLatch isGone = new CountDownLatch(1);
    CompletableFuture<Integer> words = new CompletableFuture<>();
    house.waiting.set(
        (payload, headers, line) -> {
          line.stillHere();
          isGone.await();
          try {
            line.stillHere();
            line.stillHere();
            words.complete(2);
          } catch (IOException gone) {
            words.complete(0);
          }
        });

    Waiting waiting = new Waiting();
    waiting.line();
    waiting.close();
    isGone.countDown();

    assertThat(words.get(30, TimeUnit.SECONDS)).isZero();
  }

  @Test
  void aWakeThatNobodyTakesIsNoticed() throws Exception {
    CountDownLatch isGone = new CountDownLatch(1);
    CompletableFuture<Boolean> isTaken = new CompletableFuture<>();
    house.waiting.set(
        (payload, headers, line) -> {
          line.stillHere();
          isGone.await();
          try {
            line.stillHere();
            line.wake("text");
            isTaken.complete(true);
          } catch (IOException gone) {
            isTaken.complete(false);
          }
        });

    Waiting waiting = new Waiting();
    waiting.line();
    waiting.close();
    isGone.countDown();

    assertThat(isTaken.get(30, TimeUnit.SECONDS)).isFalse();
  }

  @Test
  void thoseWhoWaitTakeNobodysTurn() throws Exception {
    house.close();
    HttpLimits one = new HttpLimits(1 << 20, LONG, LONG, 1, 100, Duration.ofSeconds(5));
    house = House.open(one);
    house.waiting.set(
        (payload, headers, line) -> {
          line.stillHere();
          house.feed.next(house.feed.newest(), EventFilter.ALL, LONG);
        });
    List<Waiting> waiting = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      waiting.add(new Waiting());
      assertThat(waiting.getLast().line()).isEmpty();
    }

    try (Client client = house.client()) {
      Answer answer = client.send("GET", "/api/v1/sessions");

      assertThat(answer.status()).isEqualTo(200);
    }
    house.close(); // and with it all of them go
    for (Waiting each : waiting) {
      assertThat(each.rest()).isEmpty();
      each.close();
    }
  }

  @Test
  void aStrangerDoesNotWait() {
    house.waiting.set((payload, headers, line) -> line.stillHere());

    try (Client client = house.client()) {
      assertThat(client.sendAs("POST", "/waits", "{}").status()).isEqualTo(401);
    }
  }

  /** A hook that waits, and whose answer has begun. */
  private final class Waiting implements AutoCloseable {

    private final Socket socket;
    private final BufferedReader lines;

    Waiting() throws IOException {
      socket = new Socket(house.door.address().getAddress(), house.port());
      socket.setSoTimeout(30_000);
      String body = "{\"session_id\":\"a\"}";
      String head =
          """
          POST /waits HTTP/1.0\r
          Host: 127.0.0.1:%d\r
          Authorization: Bearer %s\r
          Content-Type: application/json\r
          X-Engine-Event-Id: 0123\r
          Content-Length: %d\r
          \r
          """
              .formatted(house.port(), House.TOKEN, body.length());
      socket.getOutputStream().write((head + body).getBytes(StandardCharsets.UTF_8));
      lines =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      assertThat(lines.readLine()).matches("HTTP/1\\.[01] 200 .*");
      while (!lines.readLine().isEmpty()) {
        // the headers
      }
    }

    String line() throws IOException {
      return lines.readLine();
    }

    String rest() throws IOException {
      StringBuilder rest = new StringBuilder();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        rest.append(line).append('\n');
      }
      return rest.toString();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
