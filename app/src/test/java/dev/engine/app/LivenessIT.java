package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.host.Pauses;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running engine, and sessions of real processes that are killed, stopped or never told. */
final class LivenessIT {

  /** By when a killed session is to be known for lost. */
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  private final List<Process> clients = new ArrayList<>();
  private final Pauses pauses = new ThreadPauses();

  @TempDir private Path folder;

  @AfterEach
  void endClients() {
    clients.forEach(Process::destroyForcibly);
  }

  @Test
  void aKilledClientIsLostWithin30SecondsAndNoOtherIs() throws Exception {
    Path project = Shipped.project(folder);
    try (ServingProcess engine = ServingProcess.start(project)) {
      Process killed = began(project, "killed");
      Process stopped = began(project, "stopped");
      hook(project, "numberless", Map.of());
      signal("STOP", stopped);
      killed.destroyForcibly().waitFor();

      JsonNode lost = awaitEnd(project, "killed");

      assertThat(lost.path("endReason").asString()).isEqualTo("lost");
      assertThat(session(project, "stopped").path("state").asString()).isEqualTo("idle");
      assertThat(session(project, "numberless").path("state").asString()).isEqualTo("idle");
      assertThat(session(project, "numberless").has("quietSince")).isTrue();
      assertThat(session(project, "stopped").has("quietSince")).isFalse();
      assertThat(stopped.isAlive()).isTrue();
      assertThat(engine.end()).isZero();
    }
  }

  /** A process that a session's hook names as its client. */
  private Process began(Path project, String claudeId) throws IOException {
    Process client = new ProcessBuilder("sleep", "1000").start();
    clients.add(client);
    hook(project, claudeId, Map.of("CLAUDE_PID", Long.toString(client.pid())));
    return client;
  }

  private static void hook(Path project, String claudeId, Map<String, String> environment) {
    List<String> command =
        List.of(
            Shipped.DISTRIBUTION.resolve("bin/engine-hook").toString(),
            "--home",
            project.resolve(".engine").toString(),
            "SessionStart");
    String payload =
        "{\"hook_event_name\":\"SessionStart\",\"session_id\":\"%s\",\"source\":\"startup\"}"
            .formatted(claudeId);
    Shipped.Result result = Shipped.run(project, command, payload, environment);
    assertThat(result.err()).isEmpty();
  }

  private JsonNode awaitEnd(Path project, String claudeId) throws Exception {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    JsonNode session = session(project, claudeId);
    while (!session.has("endedAt") && System.nanoTime() < deadline) {
      pauses.pause(BETWEEN_LOOKS);
      session = session(project, claudeId);
    }
    return session;
  }

  private static JsonNode session(Path project, String claudeId) throws Exception {
    String bearer = ServingProcess.bearer(project);
    String body = ServingProcess.get(project, "/api/v1/sessions", "Authorization", bearer).body();
    for (JsonNode session : new JsonMapper().readTree(body).path("items")) {
      if (session.path("claudeSessionId").asString().equals(claudeId)) {
        return session;
      }
    }
    throw new AssertionError("no session " + claudeId + " in " + body);
  }

  private static void signal(String name, Process process) throws Exception {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }
}
