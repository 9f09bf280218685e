package dev.engine.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.http.problem.FailedRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Isolated("the log of a process is one thing")
final class EngineLogTest {

  @TempDir private Path folder;

  @Test
  void anEntryIsOneObjectOnOneLine() throws IOException {
    Path file = folder.resolve("log/engine.log");

    try (EngineLog log = EngineLog.open(file, LogLevel.INFO)) {
      log.redaction().hide("canary-0123456789");
      Logger.getLogger("dev.engine.test").info("two\nlines \"quoted\" canary-0123456789");
    }

    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(1);
    JsonNode entry = new JsonMapper().readTree(lines.getFirst());
    assertThat(entry.path("level").asString()).isEqualTo("info");
    assertThat(entry.path("logger").asString()).isEqualTo("dev.engine.test");
    assertThat(entry.path("message").asString()).isEqualTo("two\nlines \"quoted\" [hidden]");
    assertThat(entry.path("at").asString()).endsWith("Z");
    assertThat(entry.has("failure")).isFalse();
  }

  @Test
  void aFailureComesWithItsTraceAndWithoutItsSecrets() throws IOException {
    Path file = folder.resolve("engine.log");

    try (EngineLog log = EngineLog.open(file, LogLevel.INFO)) {
      log.redaction().hide("canary-0123456789");
      Throwable failure = new IllegalStateException("token canary-0123456789 refused");
      Logger.getLogger("dev.engine.test").log(Level.SEVERE, "it broke", failure);
    }

    JsonNode entry = new JsonMapper().readTree(Files.readString(file));
    assertThat(entry.path("failure").asString())
        .startsWith("java.lang.IllegalStateException: token [hidden] refused")
        .contains("EngineLogTest");
  }

  @Test
  void aRequestThatWasRefusedIsALineForWhoLooksForIt() throws IOException {
    Path file = folder.resolve("engine.log");
    FailedRequest refused =
        new FailedRequest("GET", "/pings/{id}", 404, "ENG-1002", Duration.ofMillis(3), null);

    EngineLog log = EngineLog.open(file, LogLevel.DEBUG);
    new FailedRequestLog().accept(refused);
    log.close();

    JsonNode entry = new JsonMapper().readTree(Files.readString(file));
    assertThat(entry.path("level").asString()).isEqualTo("debug");
    assertThat(entry.path("message").asString()).isEqualTo("a request failed");
    assertThat(entry.path("method").asString()).isEqualTo("GET");
    assertThat(entry.path("route").asString()).isEqualTo("/pings/{id}");
    assertThat(entry.path("status").intValue()).isEqualTo(404);
    assertThat(entry.path("code").asString()).isEqualTo("ENG-1002");
    assertThat(entry.path("millis").intValue()).isEqualTo(3);
    assertThat(entry.has("failure")).isFalse();
  }

  @Test
  void aRequestThatTheEngineFailedIsAnErrorWithItsTraceAndWithoutItsSecrets() throws IOException {
    Path file = folder.resolve("engine.log");
    Throwable failure = new IllegalStateException("token canary-0123456789 refused");
    FailedRequest failed = new FailedRequest("GET", null, 500, null, Duration.ZERO, failure);

    try (EngineLog log = EngineLog.open(file, LogLevel.INFO)) {
      log.redaction().hide("canary-0123456789");
      new FailedRequestLog().accept(failed);
      new FailedRequestLog()
          .accept(new FailedRequest("GET", null, 401, "ENG-1101", Duration.ZERO, null));
    }

    JsonNode entry = new JsonMapper().readTree(Files.readString(file));
    assertThat(Files.readAllLines(file)).hasSize(1);
    assertThat(entry.path("level").asString()).isEqualTo("error");
    assertThat(entry.has("route")).isFalse();
    assertThat(entry.has("code")).isFalse();
    assertThat(entry.path("failure").asString())
        .startsWith("java.lang.IllegalStateException: token [hidden] refused")
        .contains("EngineLogTest");
  }

  @Test
  void whatIsLighterIsNotWritten() throws IOException {
    Path file = folder.resolve("engine.log");

    EngineLog log = EngineLog.open(file, LogLevel.WARN);
    Logger.getLogger("dev.engine.test").info("light");
    Logger.getLogger("dev.engine.test").warning("heavy");
    log.close();

    assertThat(Files.readString(file)).contains("heavy").doesNotContain("light");
  }

  @Test
  void itGoesOnWhereAnEarlierProcessStopped() throws IOException {
    Path file = folder.resolve("engine.log");
    Files.writeString(file, "earlier\n");

    EngineLog log = EngineLog.open(file, LogLevel.INFO);
    Logger.getLogger("dev.engine.test").info("later");
    log.close();

    assertThat(Files.readAllLines(file)).hasSize(2).first().isEqualTo("earlier");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void aFullPartIsPutAsideAndTheOldestIsForgotten() throws IOException {
    Path file = folder.resolve("engine.log");

    try (RotatingFile rotating = new RotatingFile(file, 10, 2)) {
      for (String text : List.of("one-1\n", "two-2\n", "three\n", "four4\n")) {
        rotating.write(text.getBytes(StandardCharsets.UTF_8));
      }
    }

    assertThat(file).hasContent("four4\n");
    assertThat(folder.resolve("engine.log.1")).hasContent("three\n");
    assertThat(folder.resolve("engine.log.2")).hasContent("two-2\n");
    assertThat(folder.resolve("engine.log.3")).doesNotExist();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }
}
