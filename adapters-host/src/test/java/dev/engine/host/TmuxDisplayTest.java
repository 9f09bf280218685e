package dev.engine.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.engine.domain.host.Showing;
import dev.engine.domain.session.Client;
import dev.engine.domain.session.ProcessIdentity;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Panes of a tmux server of our own, which nobody else's can be taken for. */
final class TmuxDisplayTest {

  /** Only a hang meets it. */
  private static final Duration HANG = Duration.ofSeconds(60);

  private final ProcProcesses processes = new ProcProcesses();

  @TempDir private Path folder;
  private TmuxServer tmux;
  private TmuxServer terminals;

  @BeforeEach
  void startTheServers() {
    tmux = server("socket");
    terminals = server("terminals");
    assumeTrue(tmux.ask("-V").isPresent(), "tmux is not installed here");
  }

  @AfterEach
  void stopTheServers() {
    terminals.ask("kill-server");
    tmux.ask("kill-server");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "7", "%", "%x", "%7;kill-server", "-t", "{last}", "%12345678901"})
  void whatIsNoPaneIsNeverAskedFor(String pane) {
    assertThat(show(inPane(pane))).isEqualTo(new Showing.NoPaneKnown());
  }

  @Test
  void aClientThatTellsOfNoPaneCannotBeShown() {
    assertThat(show(Client.UNKNOWN)).isEqualTo(new Showing.NoPaneKnown());
  }

  @Test
  void aServerThatIsNotThereGivesNoAnswer() {
    assertThat(show(inPane("%0"))).isEqualTo(new Showing.NoAnswer());
    assertThat(new TmuxDisplay(List.of("no-such-tmux"), processes).show(inPane("%0")))
        .isEqualTo(new Showing.NoAnswer());
  }

  @Test
  void aPaneComesToTheFrontOfItsWindowAndItsSession() {
    String first = newSession("a", "one");
    String second = newWindow("a", "two words");
    String third = split(second);
    tmux.ask("select-window", "-t", first);

    Showing shown = show(inPane(second));

    assertThat(shown).isEqualTo(new Showing.Shown(second, "two words", false));
    assertThat(inFront("a")).isEqualTo(second).isNotEqualTo(third);
  }

  @Test
  void aPaneThatIsGoneCannotBeShown() {
    newSession("a", "one");

    assertThat(show(inPane("%999"))).isEqualTo(new Showing.PaneGone());
  }

  @Test
  void anotherServerOnTheSameSocketHasOtherPanes() {
    String pane = newSession("a", "one");
    long pid = Long.parseLong(tmux.ask("display-message", "-p", "#{pid}").orElseThrow());

    assertThat(show(inPane(pane, pid))).isEqualTo(new Showing.Shown(pane, "one", false));
    assertThat(show(inPane(pane, pid + 1))).isEqualTo(new Showing.PaneGone());
  }

  @Test
  void aClientMustStillRunInItsPane() {
    String pane = newSession("a", "one");
    String other = newWindow("a", "two");
    ProcessIdentity client = firstProcess(pane);

    assertThat(show(inPane(pane, client))).isEqualTo(new Showing.Shown(pane, "one", false));
    assertThat(show(inPane(other, client))).isEqualTo(new Showing.ClientGone());
    assertThat(inFront("a")).isEqualTo(pane);
  }

  @Test
  void theOnlyTerminalIsSwitched() {
    newSession("a", "one");
    String pane = newSession("b", "two");
    attach("a");

    Showing shown = show(inPane(pane));

    assertThat(shown).isEqualTo(new Showing.Shown(pane, "two", true));
    assertThat(tmux.ask("list-clients", "-F", "#{session_name} #{pane_id}")).contains("b " + pane);
  }

  @Test
  void ofSeveralTerminalsNoneIsSwitched() {
    String seen = newSession("a", "one");
    newSession("b", "two");
    String unseen = newSession("c", "three");
    attach("a");
    attach("b");

    assertThat(show(inPane(unseen))).isEqualTo(new Showing.Shown(unseen, "three", false));
    assertThat(show(inPane(seen))).isEqualTo(new Showing.Shown(seen, "one", true));
    assertThat(tmux.ask("list-clients", "-F", "#{session_name}").orElse("").lines())
        .containsExactlyInAnyOrder("a", "b");
  }

  private TmuxServer server(String socket) {
    return new TmuxServer(command(socket), Duration.ofSeconds(30));
  }

  private List<String> command(String socket) {
    return List.of("tmux", "-f", "/dev/null", "-S", folder.resolve(socket).toString());
  }

  private Showing show(Client client) {
    return new TmuxDisplay(command("socket"), processes).show(client);
  }

  private static Client inPane(String pane) {
    return new Client(null, null, null, pane, null, null);
  }

  private static Client inPane(String pane, ProcessIdentity process) {
    return new Client(null, null, process, pane, null, null);
  }

  private Client inPane(String pane, long server) {
    return new Client(
        null,
        null,
        null,
        pane,
        null,
        null,
        new dev.engine.domain.session.TmuxServer(folder.resolve("socket").toString(), server));
  }

  private ProcessIdentity firstProcess(String pane) {
    String pid = tmux.ask("display-message", "-p", "-t", pane, "#{pane_pid}").orElseThrow();
    return processes.find(Long.parseLong(pid)).orElseThrow();
  }

  private String newSession(String name, String window) {
    return tmux.ask(
            "new-session", "-d", "-P", "-F", "#{pane_id}", "-s", name, "-n", window, "sleep 100")
        .orElseThrow();
  }

  private String newWindow(String session, String name) {
    return tmux.ask(
            "new-window", "-P", "-F", "#{pane_id}", "-t", session + ":", "-n", name, "sleep 100")
        .orElseThrow();
  }

  private String split(String pane) {
    return tmux.ask("split-window", "-P", "-F", "#{pane_id}", "-t", pane, "sleep 100")
        .orElseThrow();
  }

  private String inFront(String session) {
    return tmux.ask("display-message", "-p", "-t", session + ":", "#{pane_id}").orElseThrow();
  }

  /** A terminal that looks at {@code session}: a pane of another tmux. */
  private void attach(String session) {
    int before = clients();
    String attaching =
        "env -u TMUX TERM=screen tmux -S '%s' attach-session -t %s"
            .formatted(folder.resolve("socket"), session);
    assertThat(terminals.ask("new-session", "-d", attaching)).isPresent();
    Instant limit = Instant.now().plus(HANG);
    while (clients() == before) {
      assertThat(Instant.now()).isBefore(limit);
      LockSupport.parkNanos(5_000_000);
    }
  }

  private int clients() {
    return (int) tmux.ask("list-clients").orElse("").lines().count();
  }
}
