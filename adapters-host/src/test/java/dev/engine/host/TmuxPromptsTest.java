package dev.engine.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.engine.domain.host.ClientPane;
import dev.engine.domain.host.Pauses;
import dev.engine.domain.host.Prompting;
import dev.engine.domain.session.ProcessIdentity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Panes of a tmux server of our own, in which {@link StandIn} plays the client. */
final class TmuxPromptsTest {

  /** {@code -Dengine.pastes=10000} for a long run. */
  private static final int PASTES = Integer.getInteger("engine.pastes", 200);

  private static final int LONGEST = 64 << 10;

  /** Only a hang meets it. */
  private static final Duration HANG = Duration.ofSeconds(60);

  private static final Pauses NONE = length -> {};

  @TempDir private Path folder;
  private TmuxServer tmux;
  private TmuxServer work;
  private int panes;

  @BeforeEach
  void startTheServer() {
    tmux = server("socket");
    work = server("work");
    assumeTrue(tmux.ask("-V").isPresent(), "tmux is not installed here");
  }

  @AfterEach
  void stopTheServer() {
    tmux.ask("kill-server");
    work.ask("kill-server");
  }

  /** A pane, and what its client has written down. */
  private record Pane(String id, Path log) {

    List<String> prompts() throws IOException {
      return Files.readAllLines(log).stream()
          .skip(1) // that it is ready
          .map(line -> new String(Base64.getDecoder().decode(line), StandardCharsets.UTF_8))
          .toList();
    }
  }

  @Test
  void everyTextArrivesOnceWholeAndInOrder() throws IOException {
    Pane pane = client();
    SplittableRandom random = new SplittableRandom(7);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < PASTES; i++) {
      texts.add(text(random, i));
    }

    List<Prompting> outcomes =
        texts.stream().map(text -> submit(pane, text, NONE)).distinct().toList();

    assertThat(outcomes).containsExactly(new Prompting.Submitted());
    await(() -> lines(pane) == texts.size() + 1);
    assertThat(pane.prompts()).isEqualTo(texts);
  }

  @Test
  void whatATerminalObeysIsLeftOutSoThatNoPasteEndsFromInside() throws IOException {
    Pane pane = client();

    Prompting outcome = submit(pane, "a\u001b[201~\r\nrm -rf x\r\u0003\u009b31mb\u007f\tc", NONE);

    assertThat(outcome).isEqualTo(new Prompting.Submitted());
    await(() -> lines(pane) == 2);
    assertThat(pane.prompts()).containsExactly("a[201~\nrm -rf x\n31mb\tc");
  }

  @Test
  void aPaneInCopyModeIsLeftInIt() throws IOException {
    Pane pane = client();
    tmux.ask("copy-mode", "-t", pane.id());

    Prompting outcome = submit(pane, "text", NONE);

    assertThat(outcome).isInstanceOf(Prompting.NotReady.class);
    assertThat(ask(pane, "#{pane_in_mode}")).isEqualTo("1");
    assertThat(pane.prompts()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash --norc", "sh", "cat"})
  void whatIsNoClientIsGivenNothing(String program) {
    String pane = pane(tmux, program);
    await(() -> !ask(pane, "#{pane_current_command}").isEmpty());
    Path marker = folder.resolve("marker");

    Prompting outcome =
        prompts(NONE).submit(new ClientPane(pane, known(), null), asked(touch(marker)));

    assertThat(outcome).isInstanceOf(Prompting.NotReady.class);
    assertThat(screen(pane)).doesNotContain("touch");
    assertThat(marker).doesNotExist();
  }

  @Test
  void aShellThatTakesThePlaceOfTheClientIsGivenNothing() {
    Pane pane = client();
    Path marker = folder.resolve("marker");

    Prompting outcome =
        prompts(NONE)
            .submit(
                new ClientPane(pane.id(), known(), null),
                () -> {
                  replaceByShell(pane);
                  return Optional.of(touch(marker));
                });

    assertThat(outcome).isInstanceOf(Prompting.NotPasted.class);
    assertThat(screen(pane.id())).doesNotContain("touch");
    assertThat(marker).doesNotExist();
    assertThat(tmux.ask("list-buffers")).contains("");
  }

  @Test
  void aShellThatComesBehindThePasteIsNotGivenTheEnter() {
    Pane pane = client();
    Path marker = folder.resolve("marker");

    Prompting outcome = submit(pane, touch(marker), once(() -> replaceByShell(pane)));

    assertThat(outcome).isInstanceOf(Prompting.Unconfirmed.class);
    assertThat(marker).doesNotExist();
  }

  @Test
  void copyModeThatComesBehindThePasteIsNotGivenTheEnter() throws IOException {
    Pane pane = client();

    Prompting outcome = submit(pane, "text", once(() -> tmux.ask("copy-mode", "-t", pane.id())));

    assertThat(outcome).isInstanceOf(Prompting.Unconfirmed.class);
    assertThat(pane.prompts()).isEmpty();
  }

  @Test
  void panesThatAreSwappedKeepTheirOwn() throws IOException {
    Pane one = client();
    Pane other = client();
    Pauses swap = once(() -> tmux.ask("swap-pane", "-s", one.id(), "-t", other.id()));

    Prompting outcome = submit(one, "for one", swap);

    assertThat(outcome).isEqualTo(new Prompting.Submitted());
    await(() -> lines(one) == 2);
    assertThat(one.prompts()).containsExactly("for one");
    assertThat(other.prompts()).isEmpty();
  }

  @Test
  void theClientMustBeInThePane() throws IOException {
    Pane pane = client();
    long first = Long.parseLong(ask(pane, "#{pane_pid}"));
    ProcessIdentity client = new ProcProcesses().find(first).orElseThrow();
    ProcessIdentity reused = new ProcessIdentity(first, Instant.EPOCH);
    ProcessIdentity elsewhere =
        new ProcProcesses().find(ProcessHandle.current().pid()).orElseThrow();

    Prompting toReused = submit(pane, reused);
    Prompting toElsewhere = submit(pane, elsewhere);
    Prompting toClient = submit(pane, client);

    assertThat(toReused).isInstanceOf(Prompting.NotReady.class);
    assertThat(toElsewhere).isInstanceOf(Prompting.NotReady.class);
    assertThat(toClient).isEqualTo(new Prompting.Submitted());
    await(() -> lines(pane) == 2);
    assertThat(pane.prompts()).containsExactly("text");
  }

  @Test
  void aPaneOfTheSameNameOnAnotherServerIsGivenNothing() throws IOException {
    Pane pane = client();
    Pane same = client(work);
    assertThat(same.id()).isEqualTo(pane.id());
    ProcessIdentity client = firstProcess(work, same.id());

    Prompting toWork =
        prompts(NONE).submit(new ClientPane(same.id(), known("work"), null), asked("for work"));
    Prompting byClient = submit(same, client); // asks the usual server, in whose pane it is not

    assertThat(toWork).isEqualTo(new Prompting.Submitted());
    assertThat(byClient).isInstanceOf(Prompting.NotReady.class);
    await(() -> lines(same) == 2);
    assertThat(same.prompts()).containsExactly("for work");
    assertThat(pane.prompts()).isEmpty();
  }

  @Test
  void aPaneOfALaterServerOnTheSameSocketIsGivenNothing() throws IOException {
    Pane before = client();
    ClientPane gone = new ClientPane(before.id(), known(), null);
    end(known());
    Pane after = client();
    assertThat(after.id()).isEqualTo(before.id());

    Prompting outcome = prompts(NONE).submit(gone, asked("for the one before"));

    assertThat(outcome).isEqualTo(new Prompting.NotReady("it is of another server"));
    assertThat(after.prompts()).isEmpty();
  }

  @Test
  void aPaneOfWhichNeitherServerNorClientIsKnownIsGivenNothing() throws IOException {
    Pane pane = client();

    Prompting outcome =
        prompts(NONE).submit(new ClientPane(pane.id(), null, null), asked("for whom?"));

    assertThat(outcome)
        .isEqualTo(new Prompting.NotReady("neither its server nor its client is known"));
    assertThat(pane.prompts()).isEmpty();
  }

  @Test
  void whereThereIsNothingToSayNothingIsTyped() throws IOException {
    Pane pane = client();

    Prompting outcome =
        prompts(NONE).submit(new ClientPane(pane.id(), known(), null), Optional::empty);

    assertThat(outcome).isEqualTo(new Prompting.NothingToSay());
    assertThat(pane.prompts()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "7", "%999", "%7;kill-server", "{last}", "-t"})
  void aPaneThatIsNotThereIsNotReady(String pane) {
    client();

    Prompting outcome =
        prompts(NONE)
            .submit(
                new ClientPane(pane, known(), null),
                () -> {
                  throw new AssertionError("asked for a text");
                });

    assertThat(outcome).isInstanceOf(Prompting.NotReady.class);
  }

  private Prompting submit(Pane pane, String text, Pauses pauses) {
    return prompts(pauses).submit(new ClientPane(pane.id(), known(), null), asked(text));
  }

  private Prompting submit(Pane pane, ProcessIdentity client) {
    return prompts(NONE).submit(new ClientPane(pane.id(), null, client), asked("text"));
  }

  private TmuxPrompts prompts(Pauses pauses) {
    return new TmuxPrompts(command("socket"), Duration.ofSeconds(30), new ProcProcesses(), pauses);
  }

  private TmuxServer server(String socket) {
    return new TmuxServer(command(socket), Duration.ofSeconds(30));
  }

  private List<String> command(String socket) {
    return List.of("tmux", "-f", "/dev/null", "-S", folder.resolve(socket).toString());
  }

  /** The usual server, as its clients name it. */
  private dev.engine.domain.session.TmuxServer known() {
    return known("socket");
  }

  private dev.engine.domain.session.TmuxServer known(String socket) {
    String pid = server(socket).ask("display-message", "-p", "#{pid}").orElseThrow();
    return new dev.engine.domain.session.TmuxServer(
        folder.resolve(socket).toString(), Long.parseLong(pid));
  }

  private static Supplier<Optional<String>> asked(String text) {
    return () -> Optional.of(text);
  }

  /** Does {@code happening} in the first pause. */
  private static Pauses once(Runnable happening) {
    boolean[] isDone = {false};
    return length -> {
      if (!isDone[0]) {
        isDone[0] = true;
        happening.run();
      }
    };
  }

  /** What a shell would do if it were given this, in whichever line. */
  private static String touch(Path marker) {
    return "touch %1$s\ntouch %1$s\n".formatted(marker);
  }

  private void replaceByShell(Pane pane) {
    tmux.ask("respawn-pane", "-k", "-t", pane.id(), "sh");
    await(() -> ask(pane, "#{pane_current_command}").equals("sh"));
  }

  /** Ends the server on {@code tmux}'s socket, and waits until it is gone. */
  private void end(dev.engine.domain.session.TmuxServer server) {
    tmux.ask("kill-server");
    await(() -> new ProcProcesses().find(server.pid()).isEmpty());
  }

  private static ProcessIdentity firstProcess(TmuxServer server, String pane) {
    String pid = server.ask("display-message", "-p", "-t", pane, "#{pane_pid}").orElseThrow();
    return new ProcProcesses().find(Long.parseLong(pid)).orElseThrow();
  }

  private Pane client() {
    return client(tmux);
  }

  /** A pane of {@code server} whose client is ready. */
  private Pane client(TmuxServer server) {
    Path log = folder.resolve("client-" + panes++);
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String command =
        "stty raw -echo; exec -a claude '%s' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp '%s' %s '%s'"
            .formatted(java, System.getProperty("java.class.path"), StandIn.class.getName(), log);
    Pane pane = new Pane(pane(server, "exec bash -c " + quoted(command)), log);
    await(() -> lines(pane) == 1);
    return pane;
  }

  private static String quoted(String command) {
    return "'" + command.replace("'", "'\\''") + "'";
  }

  private static String pane(TmuxServer server, String command) {
    boolean isFirst = server.ask("list-sessions").isEmpty();
    return server
        .ask(isFirst ? "new-session" : "new-window", "-d", "-P", "-F", "#{pane_id}", command)
        .orElseThrow();
  }

  private String ask(Pane pane, String format) {
    return ask(pane.id(), format);
  }

  private String ask(String pane, String format) {
    return tmux.ask("display-message", "-p", "-t", pane, format).orElse("");
  }

  private String screen(String pane) {
    return tmux.ask("capture-pane", "-p", "-t", pane).orElseThrow();
  }

  private static int lines(Pane pane) {
    try {
      return Files.exists(pane.log()) ? Files.readAllLines(pane.log()).size() : 0;
    } catch (IOException unreadable) {
      return -1;
    }
  }

  /** Other processes are waited for by looking at what they have done. */
  private static void await(BooleanSupplier isThere) {
    Instant limit = Instant.now().plus(HANG);
    while (!isThere.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(limit);
      LockSupport.parkNanos(5_000_000);
    }
  }

  /** Lines of letters, of anything from one character to 64 KiB; most of them are short. */
  private static String text(SplittableRandom random, int number) {
    int length = number % 40 == 39 ? LONGEST : 1 + random.nextInt(1 << random.nextInt(1, 14));
    StringBuilder text = new StringBuilder(length).append(number).append(':');
    while (text.length() < length) {
      int next = random.nextInt(40);
      text.append(next == 0 ? '\n' : next == 1 ? '\u00e4' : (char) ('!' + next));
    }
    return text.toString();
  }
}
