package dev.engine.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ProcessProgramsTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  private final ProcessPrograms programs = new ProcessPrograms();

  @Test
  void theFirstLineIsTheAnswer() {
    assertThat(shell("echo one; echo two")).contains("one");
  }

  @Test
  void argumentsReachTheProgramAsTheyAre() {
    Optional<String> answer = programs.ask(List.of("echo", "$HOME; `id` 'x' \"y\""), LONG);

    assertThat(answer).contains("$HOME; `id` 'x' \"y\"");
  }

  @Test
  void aProgramThatFailsGaveNoAnswer() {
    assertThat(shell("echo one; exit 1")).isEmpty();
  }

  @Test
  void aProgramThatSaysNothingGaveNoAnswer() {
    assertThat(shell("echo two >&2")).isEmpty();
  }

  @Test
  void noProgramGivesNoAnswer() {
    assertThat(programs.ask(List.of("no-such-program-is-here"), LONG)).isEmpty();
  }

  @Test
  void aProgramThatHangsIsKilled() {
    Optional<String> answer = programs.ask(List.of("sleep", "1000"), Duration.ofMillis(50));

    assertThat(answer).isEmpty();
  }

  @Test
  void aChildThatKeepsTheOutputOpenIsNotWaitedFor() {
    assertThat(shell("sleep 1000 & echo $!").map(Long::valueOf).flatMap(ProcessHandle::of))
        .hasValueSatisfying(ProcessHandle::destroyForcibly);
  }

  @Test
  void allThatAProgramPrintsCanBeTheAnswer() {
    assertThat(all("echo one; echo two")).contains("one\ntwo\n");
    assertThat(all("echo one; exit 1")).isEmpty();
  }

  @Test
  void moreThanAnybodyAsksForIsNoAnswer() {
    assertThat(all("head -c 2000000 /dev/zero")).isEmpty();
  }

  private Optional<String> all(String script) {
    return programs.askAll(List.of("sh", "-c", script), LONG);
  }

  private Optional<String> shell(String script) {
    return programs.ask(List.of("sh", "-c", script), LONG);
  }
}
