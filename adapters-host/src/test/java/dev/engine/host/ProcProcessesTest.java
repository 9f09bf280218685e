package dev.engine.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.session.Birth;
import dev.engine.domain.session.Fate;
import dev.engine.domain.session.ProcessIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProcProcessesTest {

  private static final long BOOT = 1_767_600_000;
  private static final String BOOT_ID = "sys/kernel/random/boot_id";

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
  void aRealProcessLivesUntilItIsKilledEvenWhileItIsStopped() throws Exception {
    ProcProcesses processes = new ProcProcesses();
    Process child = new ProcessBuilder("sleep", "1000").start();
    try {
      ProcessIdentity identity = processes.find(child.pid()).orElseThrow();
      signal("STOP", child);

      Fate stopped = processes.fateOf(identity);
      child.destroyForcibly().waitFor();
      Fate killed = processes.fateOf(identity);

      assertThat(identity.birth()).isNotNull();
      assertThat(stopped).isEqualTo(Fate.ALIVE);
      assertThat(killed).isEqualTo(Fate.GONE);
    } finally {
      child.destroyForcibly();
    }
  }

  @Test
  void aRealProcessWithTheNumberOfAnEarlierOneIsNotThatOne() {
    ProcProcesses processes = new ProcProcesses();
    ProcessIdentity self = processes.find(ProcessHandle.current().pid()).orElseThrow();
    Birth birth = Objects.requireNonNull(self.birth());

    ProcessIdentity earlier =
        new ProcessIdentity(
            self.pid(), self.startedAt(), new Birth(birth.space(), birth.ticks() - 1));

    assertThat(processes.fateOf(self)).isEqualTo(Fate.ALIVE);
    assertThat(processes.fateOf(earlier)).isEqualTo(Fate.GONE);
  }

  @Test
  void aClockThatIsSetMakesNoOtherProcessOfOne() throws IOException {
    boot();
    space();
    process(7, "claude", 'S', 1, 250);
    ProcessIdentity before = new ProcProcesses(proc).find(7).orElseThrow();
    ProcProcesses running = new ProcProcesses(proc);
    running.find(7);
    Files.writeString(proc.resolve("stat"), "btime %d\n".formatted(BOOT + 86_400));

    Fate seenByOneThatRan = running.fateOf(before);
    ProcProcesses started = new ProcProcesses(proc);

    assertThat(seenByOneThatRan).isEqualTo(Fate.ALIVE);
    assertThat(started.fateOf(before)).isEqualTo(Fate.ALIVE);
    assertThat(started.find(7).orElseThrow().isSameAs(before)).isTrue();
  }

  @Test
  void afterARebootNothingOfBeforeIsThere() throws IOException {
    boot();
    space();
    process(7, "claude", 'S', 1, 250);
    ProcessIdentity before = new ProcProcesses(proc).find(7).orElseThrow();
    Files.writeString(proc.resolve("stat"), "btime %d\n".formatted(BOOT + 86_400));
    Files.writeString(proc.resolve(BOOT_ID), "b".repeat(36) + "\n");

    Fate fate = new ProcProcesses(proc).fateOf(before);

    assertThat(fate).isEqualTo(Fate.GONE);
  }

  @Test
  void whatCannotBeReadProvesNothing() throws IOException {
    boot();
    space();
    process(7, "claude", 'S', 1, 250);
    ProcProcesses processes = new ProcProcesses(proc);
    ProcessIdentity before = processes.find(7).orElseThrow();
    Path line = proc.resolve("7/stat");
    Files.delete(line);
    Files.createDirectory(line); // to read a directory fails, but not for want of one

    assertThat(processes.fateOf(before)).isEqualTo(Fate.UNKNOWN);
  }

  @Test
  void whereNothingIsThereNothingIsGone() throws IOException {
    boot();
    space();
    process(7, "claude", 'S', 1, 250);
    ProcProcesses processes = new ProcProcesses(proc);
    ProcessIdentity before = processes.find(7).orElseThrow();
    Files.delete(proc.resolve("7/stat"));
    Fate gone = processes.fateOf(before);
    Files.delete(proc.resolve("self/stat"));

    Fate unmounted = processes.fateOf(before);

    assertThat(gone).isEqualTo(Fate.GONE);
    assertThat(unmounted).isEqualTo(Fate.UNKNOWN);
  }

  @Test
  void withoutABootIdNoBirthIsKnownAndNothingIsProven() throws IOException {
    boot();
    process(7, "claude", 'S', 1, 250);
    ProcProcesses processes = new ProcProcesses(proc);

    ProcessIdentity found = processes.find(7).orElseThrow();

    assertThat(found.birth()).isNull();
    assertThat(processes.fateOf(new ProcessIdentity(8, Instant.ofEpochSecond(BOOT))))
        .isEqualTo(Fate.UNKNOWN);
  }

  @Test
  void withoutProcStartTimesTellTheFate() {
    ProcessHandle self = ProcessHandle.current();
    ProcProcesses processes = new ProcProcesses(proc.resolve("missing"));
    Instant startedAt = self.info().startInstant().orElseThrow();

    assertThat(processes.fateOf(new ProcessIdentity(self.pid(), startedAt))).isEqualTo(Fate.ALIVE);
    assertThat(processes.fateOf(new ProcessIdentity(self.pid(), startedAt.minusSeconds(60))))
        .isEqualTo(Fate.GONE);
    assertThat(processes.fateOf(new ProcessIdentity(Long.MAX_VALUE, startedAt)))
        .isEqualTo(Fate.GONE);
  }

  @Test
  void theAgeOfAProcessIsCountedByTheKernel() throws IOException {
    boot();
    space();
    Files.writeString(proc.resolve("uptime"), "3602.57 7000.11\n");
    process(7, "worker", 'S', 1, 250);
    ProcProcesses processes = new ProcProcesses(proc);

    Duration age = processes.ageOf(processes.find(7).orElseThrow());

    assertThat(age).isEqualTo(Duration.ofMillis(3_600_070));
    assertThat(processes.ageOf(new ProcessIdentity(7, Instant.ofEpochSecond(BOOT))))
        .isEqualTo(Duration.ZERO);
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

  private void space() throws IOException {
    Files.createDirectories(proc.resolve(BOOT_ID).resolveSibling(""));
    Files.writeString(proc.resolve(BOOT_ID), "a".repeat(36) + "\n");
    Files.createDirectories(proc.resolve("self/ns"));
    Files.createSymbolicLink(proc.resolve("self/ns/pid"), Path.of("pid:[4026531836]"));
    Files.writeString(proc.resolve("self/stat"), "");
  }

  private static void signal(String name, Process process) throws Exception {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
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
