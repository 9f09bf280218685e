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

  /** A program that has more to say than this is not one that we ask. */
  private static final int MAX_CHARS = 1 << 20;

  @Override
  public Optional<String> ask(List<String> command, Duration limit) {
    return asked(command, limit, ProcessPrograms::firstLine);
  }

  /** As {@link #ask}, but all that the program prints; empty if it is more than 1 Mi chars. */
  Optional<String> askAll(List<String> command, Duration limit) {
    return asked(command, limit, ProcessPrograms::everything);
  }

  /** Takes what is wanted from the front of an output. */
  private interface Part {
    String of(BufferedReader lines) throws IOException;
  }

  private static String firstLine(BufferedReader lines) throws IOException {
    String first = lines.readLine();
    return first == null ? "" : first;
  }

  private static String everything(BufferedReader lines) throws IOException {
    StringBuilder all = new StringBuilder();
    char[] some = new char[8_192];
    int read = lines.read(some);
    while (read >= 0 && all.length() <= MAX_CHARS) {
      all.append(some, 0, read);
      read = lines.read(some);
    }
    return read < 0 ? all.toString() : "";
  }

  private static Optional<String> asked(List<String> command, Duration limit, Part part) {
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
    AtomicReference<String> text = new AtomicReference<>("");
    CountDownLatch isRead = new CountDownLatch(1);
    // A thread of its own, for a read has no time limit, and a grandchild may hold the pipe open.
    Thread.ofPlatform().daemon().start(() -> read(process, part, text, isRead));
    boolean isInTime = isRead.await(limit.toNanos(), TimeUnit.NANOSECONDS);
    boolean hasEnded = process.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    return isInTime && hasEnded && process.exitValue() == 0
        ? Optional.of(text.get()).filter(said -> !said.isEmpty())
        : Optional.empty();
  }

  /** Reads on behind the part: a program whose output nobody takes any more is killed. */
  private static void read(
      Process process, Part part, AtomicReference<String> text, CountDownLatch isRead) {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      text.set(part.of(lines));
      isRead.countDown();
      lines.transferTo(Writer.nullWriter());
    } catch (IOException killed) {
      isRead.countDown();
    }
  }
}
