package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
