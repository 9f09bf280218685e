package dev.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.host.LogStream;
import dev.engine.domain.session.ProcessIdentity;
import dev.engine.domain.worker.Claiming;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.WorkerExamples;
import dev.engine.http.Client.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What workers print over HTTP: whole, in parts, and as it comes. */
final class WorkerLogRoutesTest {

  private final House house = House.open();
  private final Api api = new Api(house);
  private final Worker worker =
      WorkerExamples.spawned(
          house.storage, WorkerExamples.order("Compare.").triedAtMost(2), House.NOON);

  @AfterEach
  void closeHouse() {
    api.close();
    house.close();
  }

  @Test
  void aLogIsReadWhole() {
    launched();
    print(LogStream.STDOUT, "one\ntwö\n");
    print(LogStream.STDERR, "warning\n");

    Answer read = api.get(log());

    assertThat(read.status()).isEqualTo(200);
    assertThat(read.header("Content-Type")).hasValue("text/plain;charset=utf-8");
    assertThat(read.header("Accept-Ranges")).hasValue("bytes");
    assertThat(read.header("Content-Length")).hasValue("9");
    assertThat(read.body()).isEqualTo("one\ntwö\n");
    assertThat(api.get(log() + "?stream=stderr").body()).isEqualTo("warning\n");
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-2, 012, bytes 0-2/10",
    "bytes=7-, 789, bytes 7-9/10",
    "bytes=-4, 6789, bytes 6-9/10",
    "bytes=-100, 0123456789, bytes 0-9/10",
    "bytes=8-100, 89, bytes 8-9/10"
  })
  void aPartIsReadThatARangeNames(String range, String part, String contentRange) {
    launched();
    print(LogStream.STDOUT, "0123456789");

    Answer read = api.call("GET", log(), null, "Range: " + range);

    assertThat(read.status()).isEqualTo(206);
    assertThat(read.header("Content-Range")).hasValue(contentRange);
    assertThat(read.body()).isEqualTo(part);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=10-", "bytes=10-20", "bytes=-0"})
  void aRangeBehindTheEndIsRefused(String range) {
    launched();
    print(LogStream.STDOUT, "0123456789");

    Answer refused = api.call("GET", log(), null, "Range: " + range);

    assertThat(refused.status()).isEqualTo(416);
    assertThat(refused.header("Content-Range")).hasValue("bytes */10");
    assertThat(refused.body()).contains("ENG-1116", "the log has 10 bytes by now");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"bytes=2-1", "bytes=-", "bytes=0-1,4-5", "lines=1-2", "bytes=a-b", "none"})
  void aRangeThatSaysNothingIsNone(String range) {
    launched();
    print(LogStream.STDOUT, "0123456789");

    assertThat(api.call("GET", log(), null, "Range: " + range).body()).isEqualTo("0123456789");
    assertThat(api.call("GET", log(), null, "Range: bytes=0-1", "If-Range: \"a\"").status())
        .isEqualTo(200);
  }

  @Test
  void anEmptyLogIsEmpty() {
    launched();
    print(LogStream.STDOUT, "");

    Answer read = api.get(log());

    assertThat(read.status()).isEqualTo(200);
    assertThat(read.body()).isEmpty();
  }

  @Test
  void earlierAttemptsAreReadByTheirNumber() {
    launched();
    print(LogStream.STDOUT, "first");
    WorkerExamples.finished(
        house.storage, worker.id(), WorkerExamples.failure("exit code 1"), House.NOON);
    Claiming.Claimed second = WorkerExamples.claimed(house.storage, House.NOON.plusSeconds(60));

    assertThat(api.get(log()).status()).isEqualTo(404);

    house.logs.takeAway(worker.workspacePath(), 1);
    launch(second);
    print(LogStream.STDOUT, "second");
    assertThat(api.get(log()).body()).isEqualTo("second");
    assertThat(api.get(log() + "?attempt=2").body()).isEqualTo("second");
    assertThat(api.get(log() + "?attempt=1").body()).isEqualTo("first");
    assertThat(api.get(log() + "?attempt=3").body())
        .contains("no attempt 3 of worker " + worker.id());
  }

  @Test
  void whatHasNotBegunHasNoLog() {
    Answer missing = api.get(log());

    assertThat(missing.status()).isEqualTo(404);
    assertThat(missing.body()).contains("no attempt yet of worker " + worker.id());
    assertThat(api.get("/workers/0000beef/log").body()).contains("no worker 0000beef");
    assertThat(api.get(log() + "?stream=all").status()).isEqualTo(400);
    assertThat(api.get(log() + "?attempt=0").status()).isEqualTo(400);
  }

  @Test
  void aFollowerSeesWhatIsPrintedUntilTheAttemptHasEnded() throws IOException {
    launched();
    print(LogStream.STDOUT, "one\n");

    try (SentEvents stream = following()) {
      assertThat(stream.event()).isEqualTo("id: 4\ndata: {\"attempt\":1,\"text\":\"one\\n\"}\n");
      print(LogStream.STDOUT, "two\n");
      assertThat(stream.event()).isEqualTo("id: 8\ndata: {\"attempt\":1,\"text\":\"two\\n\"}\n");
      print(LogStream.STDOUT, "last\u001b[2J");
      WorkerExamples.completed(house.storage, worker.id(), House.NOON);
      house.feed.look();

      assertThat(stream.event())
          .isEqualTo("id: 16\ndata: {\"attempt\":1,\"text\":\"last\\u001B[2J\"}\n");
      assertThat(stream.event())
          .isEqualTo(
              """
              event: end
              id: 16
              data: {"attempt":1,"outcome":"complete","status":"complete"}
              """);
      stream.awaitEnd();
    }
  }

  @Test
  void aFollowerThatWasCutOffGoesOnBehindWhatItRead() throws IOException {
    launched();
    print(LogStream.STDOUT, "one\ntwo\n");

    try (SentEvents stream = following("Last-Event-ID: 4")) {
      assertThat(stream.event()).isEqualTo("id: 8\ndata: {\"attempt\":1,\"text\":\"two\\n\"}\n");
    }
  }

  @Test
  void aFollowerOfAnotherLogBeginsAnew() throws IOException {
    launched();
    print(LogStream.STDOUT, "one\n");

    try (SentEvents stream = following("Last-Event-ID: 4000")) {
      assertThat(stream.event()).isEqualTo("event: reset\nid: 0\ndata: {}\n");
      assertThat(stream.event()).startsWith("id: 4\n");
    }
  }

  @Test
  void aFollowerWaitsForTheFirstAttempt() throws IOException {
    try (SentEvents stream = following()) {
      launched();
      house.feed.look();
      print(LogStream.STDOUT, "one\n");

      assertThat(stream.event()).startsWith("id: 4\n");
    }
  }

  @Test
  void noCharacterIsSentInHalves() throws IOException {
    launched();
    byte[] octopus = "🐙".getBytes(StandardCharsets.UTF_8);
    printBytes('a', octopus[0], octopus[1]);

    try (SentEvents stream = following()) {
      assertThat(stream.event()).isEqualTo("id: 1\ndata: {\"attempt\":1,\"text\":\"a\"}\n");
      printBytes(octopus[2], octopus[3]);
      assertThat(stream.event()).isEqualTo("id: 5\ndata: {\"attempt\":1,\"text\":\"🐙\"}\n");
    }
  }

  @Test
  void closingTheDoorEndsTheStreams() throws IOException {
    launched();

    try (SentEvents stream = following()) {
      house.close();

      assertThat(stream.rest()).endsWith("0\n\n");
    }
  }

  @Test
  void aReaderTooManyIsToldToComeAgain() throws IOException {
    launched();
    List<SentEvents> open = new ArrayList<>();
    try {
      for (int i = 0; i < 64; i++) {
        open.add(following());
      }

      Answer refused = api.call("GET", log(), null, "Accept: text/event-stream");

      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.header("Retry-After")).isPresent();
    } finally {
      for (SentEvents each : open) {
        each.close();
      }
    }
  }

  private String log() {
    return "/workers/" + worker.id() + "/log";
  }

  private SentEvents following(String... headers) throws IOException {
    return new SentEvents(house, "/api/v1" + log(), headers);
  }

  private void launched() {
    launch(WorkerExamples.claimed(house.storage, House.NOON));
  }

  private void launch(Claiming.Claimed claimed) {
    house
        .storage
        .workerQueue()
        .launched(claimed.attempt().id(), new ProcessIdentity(42, House.NOON), House.NOON);
  }

  private void print(LogStream stream, String text) {
    house.logs.print(worker.workspacePath(), stream, text);
  }

  private void printBytes(int... bytes) {
    byte[] all = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      all[i] = (byte) bytes[i];
    }
    house.logs.print(worker.workspacePath(), LogStream.STDOUT, all);
  }
}
