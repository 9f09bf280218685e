package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Page;
import dev.engine.domain.session.Mode;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionFilter;
import dev.engine.domain.worker.Attempt;
import dev.engine.domain.worker.Worker;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Hooks that the client posts by itself, against an engine that serves. */
final class HttpHooksIT {

  @TempDir private Path project;

  @Test
  void everyEventComesInByTheEngine() throws IOException {
    engine("init", "--yes", "--client-version", "2.1.330");
    Files.writeString(
        project.resolve(".engine/config/engine.toml"), "http.port = %d\n".formatted(freePort()));
    engine("init", "--yes", "--client-version", "2.1.330", "--via", "http");
    Path own = project.resolve(".claude/settings.local.json");
    String token = Files.readString(project.resolve(".engine/run/token")).strip();

    JsonNode flights;
    engine("up");
    try {
      flights = new JsonMapper().readTree(engine("doctor", "--canary", "--json").out());
    } finally {
      engine("down");
    }

    assertThat(flights).hasSize(15);
    assertThat(flights).allMatch(flight -> flight.path("door").asString().equals("engine"));
    assertThat(Files.readString(own)).contains("Bearer " + token);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own)))
        .isEqualTo("rw-------");

    engine("uninstall", "--yes");
    assertThat(project.resolve(".claude")).doesNotExist();
  }

  /** By the usual command, a client in a folder that has no settings of its own. */
  @Test
  void aWorkerReportsEachOfItsEventsToo() throws Exception {
    String port = "http.port = %d\n".formatted(freePort());
    try (WorkerScene scene = WorkerScene.in(project, port)) {
      engine("init", "--yes", "--client-version", "2.1.330", "--via", "http");
      Map<String, String> environment =
          Map.of("PATH", client().getParent() + ":" + System.getenv("PATH"));
      try (ServingProcess engine = ServingProcess.start(project, environment, "serve")) {
        Worker worker = scene.spawn("research", null, order -> order);
        scene.awaitFile(worker, "settings.json");
        Attempt attempt = scene.attempts(worker).getFirst();
        List<String> fired = fire(worker, attempt);
        scene.makeFile(worker, "go");
        scene.awaitEnd(worker);

        Session session =
            scene.storage().sessionViews().list(SessionFilter.ALL, Page.FIRST).items().getFirst();
        assertThat(session.claudeId()).isEqualTo(attempt.claudeSession());
        assertThat(session.assignment().mode()).isEqualTo(Mode.BACKGROUND);
        assertThat(session.isLive()).isFalse();
        assertThat(HookStore.of(project).events()).containsExactlyInAnyOrderElementsOf(fired);
        assertThat(engine.end()).isZero();
      }
    }
  }

  /** A client that shows what it was to take for its settings, and then waits. */
  private Path client() throws IOException {
    Path program = project.resolve("bin/claude");
    Files.createDirectories(program.getParent());
    Files.writeString(
        program,
        """
        #!/bin/bash
        while [[ $1 != --settings ]]; do shift; done
        cp -- "$2" shown && mv shown settings.json
        until [[ -e go ]]; do sleep 0.02; done
        echo '{"type":"result","is_error":false,"result":"done"}'
        """);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    return program;
  }

  /** Fires a recorded run through the settings that the client was given, and names its events. */
  private List<String> fire(Worker worker, Attempt attempt) throws IOException {
    JsonMapper json = new JsonMapper();
    Path given = project.resolve("given");
    Files.createDirectories(given.resolve(".claude"));
    Files.copy(
        worker.workspacePath().resolve("settings.json"), given.resolve(".claude/settings.json"));
    Map<String, String> environment =
        Map.of(
            "CLAUDE_PROJECT_DIR", worker.workspacePath().toString(),
            "ENGINE_HOME", project.resolve(".engine").toString(),
            "ENGINE_WORKER_ID", worker.id().value(),
            "ENGINE_MODE", "background");
    List<String> fired = new ArrayList<>();
    InstalledHooks hooks = InstalledHooks.of(given);
    for (String line : Recording.lines("v2.1.330-compact-and-clear").subList(0, 16)) {
      ObjectNode payload = (ObjectNode) json.readTree(line);
      payload.put("session_id", attempt.claudeSession().value());
      String event = payload.path("hook_event_name").asString();
      List<InstalledHooks.Result> results = hooks.fire(event, payload.toString(), environment);
      assertThat(results)
          .singleElement()
          .matches(result -> result.exitCode() == 0 && result.stderr().isEmpty(), event);
      fired.add(event);
    }
    return fired;
  }

  private Shipped.Result engine(String... command) {
    Shipped.Result result = Shipped.engine(project, command);
    assertThat(result.exitCode()).as(result.toString()).isZero();
    return result;
  }

  private static int freePort() throws IOException {
    try (ServerSocket any = new ServerSocket(0)) {
      return any.getLocalPort();
    }
  }
}
