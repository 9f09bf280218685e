package dev.engine.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.engine.domain.host.ClientPane;
import dev.engine.domain.session.ProcessIdentity;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Panes of two tmux servers of our own, which give them the same names. */
final class TmuxScreensTest {

  /** Only a hang meets it. */
  private static final Duration HANG = Duration.ofSeconds(60);

  @TempDir private Path folder;
  private final ProcProcesses processes = new ProcProcesses();
  private TmuxServer usual;
  private TmuxServer work;
  private String pane = "";

  @BeforeEach
  void drawTwoScreens() {
    usual = server("usual");
    work = server("work");
    assumeTrue(usual.ask("-V").isPresent(), "tmux is not installed here");
    pane = drawn(usual, "one", 8);
    assertThat(drawn(work, "two", 9)).isEqualTo(pane);
  }

  @AfterEach
  void stopTheServers() {
    usual.ask("kill-server");
    work.ask("kill-server");
  }

  @Test
  void theWholeScreenIsThatOfTheClientsOwnServer() {
    assertThat(screens().screenOf(new ClientPane(pane, known("work"), null)))
        .hasValueSatisfying(
            screen -> assertThat(screen).startsWith("two\nContext left").contains("9%"));
    assertThat(screens().screenOf(new ClientPane(pane, known("usual"), null)))
        .hasValueSatisfying(screen -> assertThat(screen).startsWith("one\n").contains("8%"));
  }

  @Test
  void aLaterServerOnTheSameSocketHasOtherPanes() {
    dev.engine.domain.session.TmuxServer before = known("work");
    work.ask("kill-server");
    await(() -> processes.find(before.pid()).isEmpty());
    assertThat(drawn(work, "three", 7)).isEqualTo(pane);

    assertThat(screens().screenOf(new ClientPane(pane, before, null))).isEmpty();
  }

  @Test
  void whereNoServerIsKnownTheClientMustBeInThePane() {
    assertThat(screens().screenOf(new ClientPane(pane, null, firstProcess(usual)))).isPresent();
    assertThat(screens().screenOf(new ClientPane(pane, null, firstProcess(work)))).isEmpty();
    assertThat(screens().screenOf(new ClientPane(pane, known("usual"), firstProcess(work))))
        .isEmpty();
  }

  @Test
  void nothingIsReadWhereNobodyKnowsWhosePaneItIs() {
    assertThat(screens().screenOf(new ClientPane(pane, null, null))).isEmpty();
  }

  @Test
  void whatIsNoPaneHasNoScreen() {
    assertThat(screens().screenOf(new ClientPane("%999", known("usual"), null))).isEmpty();
    assertThat(screens().screenOf(new ClientPane("-t", known("usual"), null))).isEmpty();
  }

  private TmuxScreens screens() {
    return new TmuxScreens(new ProcessPrograms(), processes, command("usual"));
  }

  private TmuxServer server(String socket) {
    return new TmuxServer(command(socket), Duration.ofSeconds(30));
  }

  private List<String> command(String socket) {
    return List.of("tmux", "-f", "/dev/null", "-S", folder.resolve(socket).toString());
  }

  /** As its clients name it. */
  private dev.engine.domain.session.TmuxServer known(String socket) {
    String pid = server(socket).ask("display-message", "-p", "#{pid}").orElseThrow();
    return new dev.engine.domain.session.TmuxServer(
        folder.resolve(socket).toString(), Long.parseLong(pid));
  }

  private ProcessIdentity firstProcess(TmuxServer server) {
    String pid = server.ask("display-message", "-p", "-t", pane, "#{pane_pid}").orElseThrow();
    return processes.find(Long.parseLong(pid)).orElseThrow();
  }

  /** The pane of a new server, once its program has printed what it shows. */
  private static String drawn(TmuxServer server, String word, int left) {
    String draw =
        "printf '%s\\nContext left until auto-compact: %d%%%%\\n'; exec sleep 100"
            .formatted(word, left);
    String pane = server.ask("new-session", "-d", "-P", "-F", "#{pane_id}", draw).orElseThrow();
    await(() -> server.ask("capture-pane", "-p", "-t", pane).orElse("").contains(left + "%"));
    return pane;
  }

  /** Other processes are waited for by looking at what they have done. */
  private static void await(BooleanSupplier isThere) {
    Instant limit = Instant.now().plus(HANG);
    while (!isThere.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(limit);
      LockSupport.parkNanos(5_000_000);
    }
  }
}
