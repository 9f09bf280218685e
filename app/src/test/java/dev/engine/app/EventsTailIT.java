package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code engine events tail --follow} as a process that a person ends. */
final class EventsTailIT {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM", "HUP"})
  void itShowsWhatOtherProcessesDoUntilItIsEnded(String signal) throws Exception {
    Path project = Shipped.project(folder);
    Process tail = follow(project);
    try (BufferedReader out = tail.inputReader()) {
      Shipped.engine(project, "notify", "chief-2026-01-05", "Before.");
      String first = out.readLine();
      Shipped.hook(project, "{\"session_id\":\"a\",\"hook_event_name\":\"Stop\"}", "Stop");
      String second = out.readLine();

      new ProcessBuilder("kill", "-" + signal, Long.toString(tail.pid())).start().waitFor();

      assertThat(tail.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(tail.exitValue()).isZero();
      assertThat(first).contains("\"kind\":\"notification.queued\"", "\"actor\":\"cli\"");
      assertThat(second).contains("\"kind\":\"session.started\"", "\"actor\":\"hook\"");
      assertThat(out.readLine()).isNull();
      assertThat(tail.errorReader().readLine()).isNull();
    } finally {
      tail.destroyForcibly();
    }
  }

  @Test
  void itEndsWhenNobodyReadsAnyMore() throws Exception {
    Path project = Shipped.project(folder);
    Process tail = follow(project);
    try {
      tail.getInputStream().close();
      Shipped.engine(project, "notify", "chief-2026-01-05", "Unread.");

      assertThat(tail.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(tail.exitValue()).isZero();
    } finally {
      tail.destroyForcibly();
    }
  }

  private static Process follow(Path project) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Shipped.DISTRIBUTION.resolve("bin/engine").toString(),
                "events",
                "tail",
                "--follow",
                "--json"));
    builder.environment().keySet().removeIf(name -> name.matches("(CLAUDE|ENGINE|TMUX).*"));
    return builder.directory(project.toFile()).start();
  }
}
