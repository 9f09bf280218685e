package dev.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.http.Client.Answer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no proper HTTP is refused in our words, without a word on what answers. */
final class ProtocolTest {

  private final House house = House.open();
  private final Client client = house.client();

  @AfterEach
  void closeHouse() {
    client.close();
    house.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET http://HOST/api/v1/pings HTTP/1.1;Host: HOST| 400",
        "GET http://evil.example/api/v1/pings HTTP/1.1;Host: HOST| 400",
        "GET api/v1/pings HTTP/1.1;Host: HOST| 400",
        "OPTIONS * HTTP/1.1;Host: HOST| 400",
        "CONNECT HOST HTTP/1.1;Host: HOST| 400",
        "GET /api/v1/pings HTTP/1.1| 400",
        "GET /api/v1/pings HTTP/1.1;Host: HOST;Host: HOST| 400",
        "GET /api/v1/pings HTTP/1.1;Host:| 400",
        "GET /api/v1/pings HTTP/1.1;Host: HOST;Content-Length: 1;Content-Length: 2| 400",
        "GET /api/v1/pings HTTP/1.1;Host: HOST;Content-Length: 1;Transfer-Encoding: chunked| 400",
        "GET /api/v1/pings HTTP/1.1;Host: HOST;Bad Name: 1| 400",
        "GET /api/v1/pings HTTP/1.1;Host : HOST| 400",
        "GET /api/v1/pings;Host: HOST| 400",
        "GET /api/v1/%zz HTTP/1.1;Host: HOST| 400",
        "GET /api/v1/%00 HTTP/1.1;Host: HOST| 400",
        "GET /api/v1/pings HTTP/9.9;Host: HOST| 400",
        "NONSENSE| 400",
        "TRACE /api/v1/pings HTTP/1.1;Host: HOST| 405",
        "OPTIONS /api/v1/pings HTTP/1.1;Host: HOST| 405",
        "PROPFIND /api/v1/pings HTTP/1.1;Host: HOST| 405",
        "get /api/v1/pings HTTP/1.1;Host: HOST| 405",
      })
  void isRefused(String lines, int status) {
    String head = lines.replace("HOST", client.authority()).replace(";", "\r\n") + "\r\n\r\n";

    Answer answer = client.raw(head, new byte[0]);

    assertThat(answer.status()).isEqualTo(status);
    isInOurWords(answer);
    assertThat(client.send("GET", "/healthz").status()).isEqualTo(200);
  }

  /** Jetty's buffers are shared by all connections, and a bad message once gave one back twice. */
  @Test
  void aBadMessageDoesNotTouchOtherConnections() {
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<CompletableFuture<Boolean>> own =
          IntStream.range(0, 4)
              .mapToObj(thread -> CompletableFuture.supplyAsync(() -> getsItsOwn(thread), threads))
              .toList();

      assertThat(own.stream().map(CompletableFuture::join)).containsOnly(true);
    }
  }

  private boolean getsItsOwn(int thread) {
    try (Client alone = house.client()) {
      for (int i = 0; i < 250; i++) {
        String path = "/none-%d-%d".formatted(thread, i);
        Answer bad = alone.raw("GET / HTTP/1.1\r\nHost: a@b\r\n\r\n", new byte[0]);
        Answer first = alone.send("GET", path);
        Answer second = alone.send("GET", path + "-again");
        if (bad.status() != 400
            || !first.body().contains("\"%s\"".formatted(path))
            || !second.body().contains("\"%s-again\"".formatted(path))) {
          return false;
        }
      }
      return true;
    }
  }

  @Test
  void headersThatAreTooLargeAreRefused() {
    Answer answer = client.sendAs("GET", "/healthz", null, "X-Long: " + "a".repeat(20_000));

    assertThat(answer.status()).isEqualTo(431);
    isInOurWords(answer);
    assertThat(answer.body()).contains("\"code\":\"ENG-1113\"");
  }

  @Test
  void aPathThatIsTooLongIsRefused() {
    Answer answer = client.sendAs("GET", "/" + "a".repeat(20_000), null);

    assertThat(answer.status()).isEqualTo(414);
    isInOurWords(answer);
  }

  @Test
  void aHeadIsAGetWithoutItsBody() {
    Answer there = client.send("HEAD", "/api/v1/pings");
    Answer missing = client.send("HEAD", "/api/v1/pings/0000beef");

    assertThat(there.status()).isEqualTo(200);
    assertThat(there.header("Content-Length")).contains("12");
    assertThat(missing.status()).isEqualTo(404);
  }

  @Test
  void aBodyThatDoesNotComeIsNotWaitedForTooLong() {
    house.stepClock(Duration.ofSeconds(11));

    Answer answer =
        client.raw(
            """
            POST /api/v1/pings HTTP/1.1\r
            Host: %s\r
            Authorization: Bearer %s\r
            Content-Type: application/json\r
            Content-Length: 1000\r
            \r
            """
                .formatted(client.authority(), House.TOKEN),
            new byte[] {'{'});

    assertThat(answer.status()).isEqualTo(408);
    isInOurWords(answer);
  }

  private static void isInOurWords(Answer answer) {
    assertThat(answer.header("Content-Type")).contains("application/problem+json");
    assertThat(answer.header("Server")).isEmpty();
    assertThat(answer.header("Date")).isEmpty();
    assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.body()).contains("\"code\":\"ENG-").doesNotContainIgnoringCase("jetty", "<h");
  }
}
