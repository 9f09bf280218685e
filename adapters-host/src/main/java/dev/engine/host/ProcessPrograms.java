package dev.engine.host;

import dev.engine.domain.host.Programs;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
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
    AtomicReference<String> line = new AtomicReference<>("");
    CountDownLatch isRead = new CountDownLatch(1);
    // A thread of its own, for a read has no time limit, and a grandchild may hold the pipe open.
    Thread.ofPlatform().daemon().start(() -> read(process, line, isRead));
    boolean isInTime = isRead.await(limit.toNanos(), TimeUnit.NANOSECONDS);
    boolean hasEnded = process.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    return isInTime && hasEnded && process.exitValue() == 0
        ? Optional.of(line.get()).filter(text -> !text.isEmpty())
        : Optional.empty();
  }

  /** Reads on behind the first line: a program whose output nobody takes any more is killed. */
  private static void read(Process process, AtomicReference<String> line, CountDownLatch isRead) {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      String first = lines.readLine();
      line.set(first == null ? "" : first);
      isRead.countDown();
      lines.transferTo(Writer.nullWriter());
    } catch (IOException killed) {
      isRead.countDown();
    }
  }
}
