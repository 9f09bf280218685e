package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.Page;
import dev.engine.domain.hook.Door;
import dev.engine.domain.hook.HookEventId;
import dev.engine.domain.host.SimulatedPrograms;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionFilter;
import dev.engine.hooks.HookCall;
import dev.engine.hooks.HookEnvironment;
import dev.engine.hooks.Spool;
import dev.engine.http.HttpLimits;
import dev.engine.http.HttpSettings;
import dev.engine.http.TokenSource;
import dev.engine.persistence.SqliteStorage;
import dev.engine.services.worker.WorkerProfile;
import dev.engine.services.worker.WorkerProfiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an engine does before it can be reached. */
final class EngineStartTest {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  @TempDir private Path project;

  @Test
  void whatWaitsInTheSpoolIsStoredBeforeTheDoorOpens() throws IOException {
    HomeFolder home = HomeFolder.of(project);
    new SqliteSetup(PATIENCE, () -> NOON).prepare(home);
    Files.createDirectories(home.spool());
    Spool spool = new Spool(home.spool());
    spool.put(
        new HookCall(
            new HookEventId("%032x".formatted(1)),
            Door.SPOOL,
            "SessionStart",
            "{\"session_id\":\"a\",\"hook_event_name\":\"SessionStart\",\"source\":\"startup\"}",
            new HookEnvironment(Map.of()),
            NOON));

    // Where the port is taken the door stays shut, and no loop is begun.
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatExceptionOfType(UncheckedIOException.class)
          .isThrownBy(() -> engine(home, taken.getLocalPort()).close());
    }

    assertThat(spool.isEmpty()).isTrue();
    assertThat(sessions(home)).hasSize(1);
  }

  private static EngineServer engine(HomeFolder home, int port) {
    HttpSettings http =
        new HttpSettings(
            InetAddress.getLoopbackAddress(),
            port,
            Set.of(),
            new NoToken(),
            HttpLimits.DEFAULT,
            failure -> {});
    WorkerCare.Means workers =
        new WorkerCare.Means(
            new SimulatedPrograms(NOON),
            new WorkerProfiles(0, Map.of(), WorkerProfile.claude(0, null)));
    return new EngineServer(
        home, new Settings(home, Map.of()), http, workers, () -> NOON, new ThreadPauses());
  }

  private static List<Session> sessions(HomeFolder home) {
    try (SqliteStorage storage =
        SqliteStorage.open(home.database(), PATIENCE, new SplittableRandom(3))) {
      return storage.sessionViews().list(SessionFilter.ALL, Page.FIRST).items();
    }
  }

  /** Nobody comes in. */
  private static final class NoToken implements TokenSource {

    @Override
    public String token() {
      return "0123456789abcdefghijklmnop";
    }

    @Override
    public Origin origin() {
      return Origin.DRAWN;
    }
  }
}
