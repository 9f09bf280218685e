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

  /** As much of an answer of many lines as is read. */
  private static final int LONGEST = 1 << 16;

  /** What is taken of what a program prints. */
  private interface Part {
    String of(BufferedReader output) throws IOException;
  }

  @Override
  public Optional<String> ask(List<String> command, Duration limit) {
    return run(command, limit, ProcessPrograms::firstLine);
  }

  /**
   * The first 64 Ki characters that a program prints on standard output.
   *
   * @param command as for {@link #ask}
   * @return empty as there
   */
  Optional<String> text(List<String> command, Duration limit) {
    return run(command, limit, ProcessPrograms::beginning);
  }

  private static Optional<String> run(List<String> command, Duration limit, Part part) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectInput(Redirect.from(new File("/dev/null")))
              .redirectError(Redirect.DISCARD)
              .start();
      try {
        return answer(process, limit, part);
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

  private static Optional<String> answer(Process process, Duration limit, Part part)
      throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    AtomicReference<String> taken = new AtomicReference<>("");
    CountDownLatch isRead = new CountDownLatch(1);
    // A thread of its own, for a read has no time limit, and a grandchild may hold the pipe open.
    Thread.ofPlatform().daemon().start(() -> read(process, part, taken, isRead));
    boolean isInTime = isRead.await(limit.toNanos(), TimeUnit.NANOSECONDS);
    boolean hasEnded = process.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    return isInTime && hasEnded && process.exitValue() == 0
        ? Optional.of(taken.get()).filter(text -> !text.isEmpty())
        : Optional.empty();
  }

  /** Reads on behind the part: a program whose output nobody takes any more is killed. */
  private static void read(
      Process process, Part part, AtomicReference<String> taken, CountDownLatch isRead) {
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      taken.set(part.of(output));
      isRead.countDown();
      output.transferTo(Writer.nullWriter());
    } catch (IOException killed) {
      isRead.countDown();
    }
  }

  private static String firstLine(BufferedReader output) throws IOException {
    String first = output.readLine();
    return first == null ? "" : first;
  }

  private static String beginning(BufferedReader output) throws IOException {
    char[] text = new char[LONGEST];
    int length = 0;
    for (int read = 0; read >= 0 && length < LONGEST; length += Math.max(read, 0)) {
      read = output.read(text, length, LONGEST - length);
    }
    return new String(text, 0, length);
  }
}
