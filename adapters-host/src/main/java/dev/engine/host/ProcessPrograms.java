package dev.engine.host;

import dev.engine.domain.host.Programs;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Programs run as child processes, by their arguments and never through a shell. */
public final class ProcessPrograms implements Programs {

  @Override
  public Optional<String> ask(List<String> command, Duration limit) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectInput(Redirect.from(new File("/dev/null")))
              .redirectError(Redirect.DISCARD)
              .start();
      try {
        return answer(process, limit);
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException noSuchProgram) {
      return Optional.empty();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static Optional<String> answer(Process process, Duration limit)
      throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    AtomicReference<String> line = new AtomicReference<>();
    // A thread of its own, for a read has no time limit, and a grandchild may hold the pipe open.
    Thread reader = Thread.ofPlatform().daemon().start(() -> line.set(firstLine(process)));
    reader.join(limit);
    boolean hasEnded = process.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    return hasEnded && process.exitValue() == 0
        ? Optional.ofNullable(line.get()).filter(text -> !text.isEmpty())
        : Optional.empty();
  }

  private static String firstLine(Process process) {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      String line = lines.readLine();
      return line == null ? "" : line;
    } catch (IOException killed) {
      return "";
    }
  }
}
