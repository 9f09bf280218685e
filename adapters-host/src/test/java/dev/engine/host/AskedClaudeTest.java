package dev.engine.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.session.ClaudeSessionId;
import dev.engine.domain.session.ClientReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AskedClaudeTest {

  @TempDir private Path folder;

  @Test
  void eachSessionsClientTellsWhatItDoes() throws IOException {
    AskedClaude claude =
        saying(
            """
            [
              {"pid": 7, "cwd": "/a", "kind": "interactive", "startedAt": 1767614400000,
               "sessionId": "a", "name": "fixes", "status": "busy"},
              {"pid": 8, "sessionId": "b", "status": "idle", "added": {"later": [1, null]}},
              {"pid": 9, "sessionId": "c", "status": "waiting", "waitingFor": "permission"},
              {"pid": 10, "sessionId": "d", "status": "idle", "waitingFor": "permission"}
            ]
            """);

    assertThat(claude.now())
        .isEqualTo(
            Map.of(
                id("a"), ClientReport.BUSY,
                id("b"), ClientReport.IDLE,
                id("c"), ClientReport.WAITING,
                id("d"), ClientReport.WAITING));
  }

  @Test
  void whatIsNotUnderstoodIsPassedOver() throws IOException {
    AskedClaude claude =
        saying(
            """
            [7, null, {}, {"sessionId": "a"}, {"sessionId": "b", "status": "dreaming"},
             {"sessionId": 7, "status": "idle"}, {"sessionId": "no id", "status": "idle"},
             {"sessionId": "c", "status": 7}, {"sessionId": "d", "status": "idle"}]
            """);

    assertThat(claude.now()).isEqualTo(Map.of(id("d"), ClientReport.IDLE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "null", "7", "[", "error: unknown command", "[]}, {"})
  void anAnswerThatIsNoListTellsNothing(String answer) throws IOException {
    assertThat(saying(answer).now()).isEmpty();
  }

  @Test
  void noClientTellsNothing() {
    AskedClaude none = new AskedClaude(new ProcessPrograms(), folder.resolve("missing").toString());

    assertThat(none.now()).isEmpty();
  }

  /** A client that says {@code answer}, if it is asked as the real one is. */
  private AskedClaude saying(String answer) throws IOException {
    Path script = folder.resolve("claude");
    Files.writeString(folder.resolve("answer"), answer);
    Files.writeString(
        script,
        """
        #!/bin/sh
        [ "$*" = "agents --json" ] && exec cat "${0%/*}/answer"
        exit 1
        """);
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    return new AskedClaude(new ProcessPrograms(), script.toString());
  }

  private static ClaudeSessionId id(String value) {
    return new ClaudeSessionId(value);
  }
}
