package dev.engine.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.session.ProcessIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProcProcessesTest {

  private static final long BOOT = 1_767_600_000;

  @TempDir private Path proc;

  @Test
  void thisProcessIsTheOneThatTheJdkKnows() {
    ProcessHandle self = ProcessHandle.current();

    ProcessIdentity found = new ProcProcesses().find(self.pid()).orElseThrow();

    Instant startedAt = self.info().startInstant().orElseThrow();
    assertThat(found.isSameAs(new ProcessIdentity(self.pid(), startedAt))).isTrue();
    assertThat(found.startedAt()).isNotNull();
  }

  @Test
  void theParentComesFirstAmongTheAncestors() {
    ProcessHandle self = ProcessHandle.current();
    long parent = self.parent().orElseThrow().pid();

    List<ProcessIdentity> ancestors = new ProcProcesses().ancestors(self.pid());

    assertThat(ancestors.getFirst().pid()).isEqualTo(parent);
    assertThat(ancestors).doesNotHaveDuplicates();
  }

  @Test
  void aProcessThatHasEndedIsNotThere() throws Exception {
    Process process = new ProcessBuilder("true").start();
    process.waitFor();

    assertThat(new ProcProcesses().find(process.pid())).isEmpty();
    assertThat(new ProcProcesses().ancestors(process.pid())).isEmpty();
  }

  @Test
  void noNumberOfAProcessFindsNone() {
    assertThat(new ProcProcesses().find(0)).isEmpty();
    assertThat(new ProcProcesses().find(-1)).isEmpty();
    assertThat(new ProcProcesses().find(Long.MAX_VALUE)).isEmpty();
  }

  @Test
  void aNameMayLookLikeTheRestOfTheLine() throws IOException {
    boot();
    process(7, "a) S 1 (b c", 'S', 1, 250);
    process(1, "init", 'S', 0, 0);

    ProcProcesses processes = new ProcProcesses(proc);

    assertThat(processes.find(7))
        .contains(new ProcessIdentity(7, Instant.ofEpochSecond(BOOT).plusMillis(2_500)));
    assertThat(processes.ancestors(7))
        .containsExactly(new ProcessIdentity(1, Instant.ofEpochSecond(BOOT)));
  }

  @Test
  void aProcessThatOnlyWaitsToBeAskedHowItEndedIsGone() throws IOException {
    boot();
    process(7, "worker", 'Z', 1, 250);

    assertThat(new ProcProcesses(proc).find(7)).isEmpty();
  }

  @Test
  void aStoppedProcessIsThere() throws IOException {
    boot();
    process(7, "worker", 'T', 1, 250);

    assertThat(new ProcProcesses(proc).find(7)).isPresent();
  }

  @Test
  void aLoopOfParentsComesToAnEnd() throws IOException {
    boot();
    process(7, "a", 'S', 8, 1);
    process(8, "b", 'S', 7, 1);

    assertThat(new ProcProcesses(proc).ancestors(7)).hasSize(64);
  }

  @Test
  void withoutProcTheJdkIsAsked() {
    ProcessHandle self = ProcessHandle.current();
    ProcProcesses processes = new ProcProcesses(proc.resolve("missing"));

    assertThat(processes.find(self.pid()))
        .contains(new ProcessIdentity(self.pid(), self.info().startInstant().orElseThrow()));
    assertThat(processes.ancestors(self.pid()).getFirst().pid())
        .isEqualTo(self.parent().orElseThrow().pid());
  }

  private void boot() throws IOException {
    Files.writeString(proc.resolve("stat"), "cpu  1 2 3\nbtime %d\nprocesses 9\n".formatted(BOOT));
  }

  private void process(long pid, String name, char state, long parent, long startTicks)
      throws IOException {
    Path folder = Files.createDirectory(proc.resolve(Long.toString(pid)));
    String between = "0 ".repeat(17);
    Files.writeString(
        folder.resolve("stat"),
        "%d (%s) %s %d %s%d 0 0\n".formatted(pid, name, state, parent, between, startTicks));
  }
}
