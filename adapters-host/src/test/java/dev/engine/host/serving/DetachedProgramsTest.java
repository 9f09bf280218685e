package dev.engine.host.serving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.host.BackgroundPrograms.Launched;
import dev.engine.domain.session.ProcessIdentity;
import dev.engine.host.ProcProcesses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DetachedProgramsTest {

  /** Only a hang meets it. */
  private static final Duration LIMIT = Duration.ofSeconds(30);

  @TempDir private Path folder;

  private final ProcProcesses processes = new ProcProcesses();
  private final DetachedPrograms programs = new DetachedPrograms(processes);

  @Test
  void whatItPrintsGoesToAFileOfTheOwners() throws Exception {
    Path output = folder.resolve("log/serve.out");
    programs.start(List.of("/bin/sh", "-c", "echo old old old"), output);
    await(() -> !children());

    Launched launched =
        programs.start(List.of("/bin/sh", "-c", "echo one; echo two >&2; echo"), output);

    await(() -> !launched.isRunning());
    assertThat(launched.lastLine()).isEqualTo("two");
    assertThat(output).hasContent("one\ntwo\n\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(output)))
        .isEqualTo("rw-------");
  }

  @Test
  void itIsInASessionOfItsOwn() throws Exception {
    Path output = folder.resolve("serve.out");

    Launched launched =
        programs.start(List.of("/bin/sh", "-c", "cut -d' ' -f1,6 /proc/self/stat"), output);

    await(() -> !launched.isRunning());
    String session = launched.lastLine().split(" ", -1)[1];
    String ours = Files.readString(Path.of("/proc/self/stat")).split(" ", -1)[5];
    assertThat(session).isNotEqualTo(ours);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"TMUX", "TMUX_PANE", "CLAUDE_PID", "ENGINE_ROLE", "ENGINE_CONVERSATION_ID"})
  void whatTellsOfTheSessionThatStartsItIsKeptFromIt(String variable) {
    assertThat(DetachedPrograms.isOfASession(variable)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TMUX_TMPDIR", "ENGINE_WAKE_PASTE", "PATH", "HOME"})
  void whatTellsOfTheMachineIsNot(String variable) {
    assertThat(DetachedPrograms.isOfASession(variable)).isFalse();
  }

  @Test
  void aProgramThatIsAskedToEndEnds() throws Exception {
    Process sleeper = new ProcessBuilder("sleep", "600").start();
    ProcessIdentity identity = processes.find(sleeper.pid()).orElseThrow();

    programs.askToEnd(identity);

    assertThat(sleeper.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(sleeper.exitValue()).isEqualTo(143);
  }

  @Test
  void aLaterProcessWithTheSameNumberIsLeftAlone() throws IOException {
    Process sleeper = new ProcessBuilder("sleep", "600").start();
    try {
      programs.askToEnd(new ProcessIdentity(sleeper.pid(), Instant.parse("2001-01-05T12:00:00Z")));

      assertThat(sleeper.isAlive()).isTrue();
    } finally {
      sleeper.destroyForcibly();
    }
  }

  private static boolean children() {
    return ProcessHandle.current().children().anyMatch(ProcessHandle::isAlive);
  }

  private static void await(BooleanSupplier fact) throws InterruptedException {
    Instant deadline = Instant.now().plus(LIMIT);
    while (!fact.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(deadline);
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }
}
