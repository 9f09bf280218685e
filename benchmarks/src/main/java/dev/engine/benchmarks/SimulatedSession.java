package dev.engine.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * One client that calls its hook for one event after the other, each as a process of its own, and
 * waits for it. When a life is over, the next begins under a new id. Used by one thread at a time.
 */
final class SimulatedSession {

  /**
   * One call of a hook.
   *
   * @param nanos from just before its start until its end was seen
   * @param exit its exit code
   */
  record Call(String event, long nanos, int exit) {}

  private final Function<String, List<String>> command;
  private final RecordedEvents recorded;
  private final Path stdin;
  private final Path stderr;

  private UUID id = UUID.randomUUID();
  private int next;

  /**
   * @param command what is run for an event
   * @param folder of its own
   */
  SimulatedSession(Function<String, List<String>> command, RecordedEvents recorded, Path folder)
      throws IOException {
    this.command = command;
    this.recorded = recorded;
    Files.createDirectories(folder);
    this.stdin = folder.resolve("stdin.json");
    this.stderr = folder.resolve("stderr.txt");
    Files.createFile(stderr);
  }

  /** What its hooks said on standard error so far, a line each. */
  List<String> complaints() throws IOException {
    return Files.readAllLines(stderr);
  }

  /**
   * Calls the hook whenever one is due, and at once if it is late, until the time is over.
   *
   * @param first when the first one is due, in {@link System#nanoTime}
   * @param end the same, after which no more are started
   */
  List<Call> live(long first, long end, Duration period) throws IOException, InterruptedException {
    List<Call> calls = new ArrayList<>();
    long due = first;
    while (due < end && System.nanoTime() < end) {
      Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
      calls.add(call());
      due += period.toNanos();
    }
    return calls;
  }

  private Call call() throws IOException, InterruptedException {
    String event = RecordedEvents.LIFE.get(next);
    Files.writeString(stdin, recorded.payload(event, id));
    ProcessBuilder hook =
        new ProcessBuilder(command.apply(event))
            .redirectInput(stdin.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.appendTo(stderr.toFile()));
    long begin = System.nanoTime();
    int exit = hook.start().waitFor();
    long nanos = System.nanoTime() - begin;
    next = (next + 1) % RecordedEvents.LIFE.size();
    if (next == 0) {
      id = UUID.randomUUID();
    }
    return new Call(event, nanos, exit);
  }
}
