package dev.engine.app.chaos;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How a writer ended.
 *
 * @param lines what it said, without one that was cut off
 */
record WriterRun(int exitCode, List<String> lines) {

  /** 128 and the number of SIGKILL. */
  private static final int KILLED = 137;

  /** Far more than a script takes; only a hang meets it. */
  private static final long HANG_SECONDS = 120;

  private static final String DONE = "done ";

  private static final String HEALED = "healed ";

  /** Runs {@code command} to its end. */
  static WriterRun of(List<String> command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      process
          .onExit()
          .orTimeout(HANG_SECONDS, TimeUnit.SECONDS)
          .exceptionally(hang -> killed(process));
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int exitCode = process.waitFor();
      String whole = said.substring(0, said.lastIndexOf('\n') + 1);
      return new WriterRun(exitCode, whole.lines().toList());
    } catch (IOException failure) {
      throw new StorageUnavailable("a writer cannot be run: " + failure.getMessage(), failure);
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
      throw new StorageUnavailable("interrupted", asked);
    }
  }

  private static Process killed(Process hanging) {
    hanging.descendants().forEach(ProcessHandle::destroyForcibly);
    hanging.destroyForcibly();
    return hanging;
  }

  /** How many steps it acknowledged. */
  int done() {
    return Math.toIntExact(lines.stream().filter(line -> line.startsWith(DONE)).count());
  }

  boolean wasKilled() {
    return exitCode == KILLED;
  }

  /** The failures that it told of. */
  List<String> failures() {
    return lines.stream().filter(line -> line.startsWith("failed ")).toList();
  }

  /** The longest time that it took from a failure to the step's success; none if nothing healed. */
  Duration healedAfter() {
    return lines.stream()
        .filter(line -> line.startsWith(HEALED))
        .map(
            line -> Duration.of(Long.parseLong(line.substring(HEALED.length())), ChronoUnit.MICROS))
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }
}
