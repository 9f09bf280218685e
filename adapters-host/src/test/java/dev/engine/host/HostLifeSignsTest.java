package dev.engine.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.engine.domain.host.LifeSigns;
import dev.engine.domain.session.TmuxServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the panes of a tmux server of our own. */
final class HostLifeSignsTest {

  /** Only a hang meets it. */
  private static final Duration HANG = Duration.ofSeconds(60);

  @TempDir private Path folder;
  private final ProcessPrograms programs = new ProcessPrograms();
  private final ProcProcesses processes = new ProcProcesses();
  private final LifeSigns signs = signs();

  @BeforeEach
  void needsTmux() {
    assumeTrue(programs.ask(List.of("tmux", "-V"), HANG).isPresent(), "tmux is not installed here");
  }

  @AfterEach
  void stopTheServer() {
    ask("kill-server");
  }

  @Test
  void aServerThatWasSeenAndIsGoneHasNoPanes() {
    String pane = newSession();
    TmuxServer server = server();

    assertThat(signs.panesOf(server)).contains(Set.of(pane));
    end(server);
    assertThat(signs.panesOf(server)).contains(Set.of());
    newSession();
    assertThat(signs.panesOf(server)).contains(Set.of());
  }

  @Test
  void ofAServerThatNobodyHasSeenNothingIsKnown() {
    newSession();
    TmuxServer server = server();
    end(server);

    assertThat(signs.panesOf(server)).isEmpty();
  }

  @Test
  void aServerThatHangsHasItsPanes() throws IOException, InterruptedException {
    newSession();
    TmuxServer server = server();
    signs.panesOf(server);

    signal("STOP", server);
    Optional<Set<String>> panes = signs.panesOf(server);
    signal("CONT", server);

    assertThat(panes).isEmpty();
  }

  private LifeSigns signs() {
    return new HostLifeSigns(processes, new TmuxPanes(programs));
  }

  private static void signal(String name, TmuxServer server)
      throws IOException, InterruptedException {
    List<String> command = List.of("kill", "-" + name, Long.toString(server.pid()));
    assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
  }

  private void end(TmuxServer server) {
    ask("kill-server");
    Instant limit = Instant.now().plus(HANG);
    while (processes.find(server.pid()).isPresent()) {
      assertThat(Instant.now()).isBefore(limit);
      LockSupport.parkNanos(5_000_000);
    }
  }

  private TmuxServer server() {
    return TmuxServer.named(ask("display-message", "-p", "#{socket_path},#{pid},0").orElseThrow())
        .orElseThrow();
  }

  private String newSession() {
    return ask("new-session", "-d", "-P", "-F", "#{pane_id}", "sleep 100").orElseThrow();
  }

  private Optional<String> ask(String... command) {
    List<String> server = List.of("tmux", "-f", "/dev/null", "-S", folder + "/socket");
    return programs.ask(Stream.concat(server.stream(), Stream.of(command)).toList(), HANG);
  }
}
