package dev.engine.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.engine.domain.host.Programs;
import dev.engine.domain.session.Client;
import dev.engine.domain.session.TmuxServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TmuxPanesTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "7", "%", "%x", "%7;", "%7\n", "-t", "%12345678901", "{last}"})
  void whatIsNoPaneIsNeverAskedFor(String pane) {
    Programs refusing =
        (command, limit) -> {
          throw new AssertionError("asked " + command);
        };

    assertThat(new TmuxPanes(refusing).windowOf(in(pane))).isEmpty();
  }

  @Test
  void anAnswerAboutAnotherPaneIsNone() {
    Programs other = (command, limit) -> Optional.of("%1 chief");

    assertThat(new TmuxPanes(other).windowOf(in("%7"))).isEmpty();
  }

  @Test
  void noTmuxIsNoWindow() {
    Programs none = (command, limit) -> Optional.empty();

    assertThat(new TmuxPanes(none).windowOf(in("%7"))).isEmpty();
  }

  @Test
  void aClientThatTellsOfNoPaneIsInNoWindow() {
    Programs any = (command, limit) -> Optional.of("%7 chief");

    assertThat(new TmuxPanes(any).windowOf(Client.UNKNOWN)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"71 %7 chief", "%7 chief", "70 %8 chief", "70 %7 "})
  void whatIsNoAnswerOfItsServerTellsNoWindow(String answer) {
    Programs odd = (command, limit) -> Optional.of(answer);

    assertThat(new TmuxPanes(odd).windowOf(in("%7", new TmuxServer("/tmp/s", 70)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"71 %0 %1", "70", "70 ", "70 #{S:#{W:#{P:#{pane_id} }}}", "no server"})
  void whatIsNoAnswerOfThatServerTellsNoPanes(String answer) {
    Programs odd = (command, limit) -> Optional.of(answer);

    assertThat(new TmuxPanes(odd).panesOf(new TmuxServer("/tmp/s", 70))).isEmpty();
  }

  private static Client in(String pane) {
    return in(pane, null);
  }

  private static Client in(String pane, @Nullable TmuxServer server) {
    return new Client(null, null, null, pane, null, null, server);
  }

  /** Against a tmux server of our own, which nobody else's can be taken for. */
  @Nested
  final class WithTmux {

    private final ProcessPrograms programs = new ProcessPrograms();

    @TempDir private Path folder;

    @BeforeEach
    void needsTmux() {
      assumeTrue(ask(List.of("tmux", "-V")).isPresent(), "tmux is not installed here");
    }

    @AfterEach
    void stopTheServer() {
      ask(onServer("kill-server"));
    }

    @Test
    void aPaneTellsTheWindowItIsIn() {
      String pane = newWindow("chief of staff");

      assertThat(panes().windowOf(in(pane))).contains("chief of staff");
    }

    @Test
    void aPaneThatIsGoneHasNoWindow() {
      newWindow("chief");

      assertThat(panes().windowOf(in("%999"))).isEmpty();
    }

    @Test
    void onlyTheServerThatTheClientNamesIsAsked() {
      String pane = newWindow("chief of staff");
      TmuxServer server = server();
      TmuxPanes toNobody = new TmuxPanes(programs, List.of("tmux", "-S", folder + "/none"));
      TmuxServer later = new TmuxServer(server.socket(), server.pid() + 1);
      TmuxServer elsewhere = new TmuxServer(folder + "/none", server.pid());

      assertThat(toNobody.windowOf(in(pane, server))).contains("chief of staff");
      assertThat(panes().windowOf(in(pane, later))).isEmpty();
      assertThat(panes().windowOf(in(pane, elsewhere))).isEmpty();
    }

    @Test
    void aServerTellsItsPanesOfAllSessions() {
      String first = newWindow("one");
      String second = newWindow("two");
      String third =
          ask(onServer("split-window", "-P", "-F", "#{pane_id}", "sleep 100")).orElseThrow();
      TmuxServer server = server();

      Optional<Set<String>> all = panes().panesOf(server);
      ask(onServer("kill-pane", "-t", second));
      Optional<Set<String>> left = panes().panesOf(server);

      assertThat(all).contains(Set.of(first, second, third));
      assertThat(left).contains(Set.of(first, third));
    }

    @Test
    void anotherServerKnowsNothingOfThem() {
      newWindow("one");
      TmuxServer server = server();

      assertThat(panes().panesOf(new TmuxServer(server.socket(), server.pid() + 1))).isEmpty();
      assertThat(panes().panesOf(new TmuxServer(folder + "/none", server.pid()))).isEmpty();
    }

    private TmuxServer server() {
      return TmuxServer.named(
              ask(onServer("display-message", "-p", "#{socket_path},#{pid},0")).orElseThrow())
          .orElseThrow();
    }

    private TmuxPanes panes() {
      return new TmuxPanes(programs, onServer());
    }

    private String newWindow(String name) {
      return ask(onServer("new-session", "-d", "-P", "-F", "#{pane_id}", "-n", name, "sleep 100"))
          .orElseThrow();
    }

    private List<String> onServer(String... command) {
      List<String> server = List.of("tmux", "-f", "/dev/null", "-S", folder + "/socket");
      return Stream.concat(server.stream(), Stream.of(command)).toList();
    }

    private Optional<String> ask(List<String> command) {
      return programs.ask(command, Duration.ofSeconds(30));
    }
  }
}
