package dev.engine.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Sessions that call hooks of one kind at one rate, evenly spread, in phases. */
final class SimulatedFleet {

  private final String name;
  private final List<SimulatedSession> sessions = new ArrayList<>();
  private final Duration period;
  private final List<SimulatedSession.Call> calls = new ArrayList<>();

  private double seconds;
  private ProcessorTime used = new ProcessorTime(0, 0);

  /**
   * @param period between two events of one session
   * @param command what is run for an event
   * @param folder that does not exist yet
   */
  SimulatedFleet(
      String name,
      Duration period,
      Function<String, List<String>> command,
      RecordedEvents recorded,
      Path folder,
      int count)
      throws IOException {
    this.name = name;
    this.period = period;
    for (int i = 0; i < count; i++) {
      sessions.add(new SimulatedSession(command, recorded, folder.resolve(Integer.toString(i))));
    }
  }

  /** Lets all of them live for a while, which is added to what they did before. */
  void live(Duration time) throws IOException, InterruptedException, ExecutionException {
    ProcessorTime before = ProcessorTime.of("self");
    long begin = System.nanoTime();
    List<Future<List<SimulatedSession.Call>>> running = new ArrayList<>();
    // Threads of the system's: to start a process blocks what it runs on.
    try (ExecutorService threads = Executors.newFixedThreadPool(sessions.size())) {
      for (int i = 0; i < sessions.size(); i++) {
        SimulatedSession session = sessions.get(i);
        long first = begin + period.toNanos() * i / sessions.size();
        running.add(threads.submit(() -> session.live(first, begin + time.toNanos(), period)));
      }
      for (Future<List<SimulatedSession.Call>> session : running) {
        calls.addAll(session.get());
      }
    }
    seconds += (System.nanoTime() - begin) / 1e9;
    used = used.plus(ProcessorTime.of("self").since(before));
  }

  /** How many calls were made, by event. */
  Map<String, Long> callsByEvent() {
    return calls.stream()
        .collect(Collectors.groupingBy(SimulatedSession.Call::event, Collectors.counting()));
  }

  /** What its hooks said on standard error, a line each. */
  List<String> complaints() throws IOException {
    List<String> complaints = new ArrayList<>();
    for (SimulatedSession session : sessions) {
      complaints.addAll(session.complaints());
    }
    return complaints;
  }

  /** The head of the table that {@link #print} prints a row of. */
  static void printHead() {
    System.out.printf(
        "%-16s %8s %8s %8s %8s %8s %8s %8s %9s %9s%n",
        "hook", "n", "failed", "calls/s", "min", "p50", "p99", "max", "hooks", "simulator");
  }

  /** Wall time in milliseconds, processor time in percent of one core. */
  void print() {
    Durations durations = Durations.of(calls.stream().mapToLong(SimulatedSession.Call::nanos));
    System.out.printf(
        "%-16s %8d %8d %8.1f %8.1f %8.1f %8.1f %8.1f %8.0f%% %8.0f%%%n",
        name,
        durations.count(),
        calls.stream().filter(call -> call.exit() != 0).count(),
        durations.count() / seconds,
        durations.millis(0),
        durations.millis(0.5),
        durations.millis(0.99),
        durations.millis(1),
        used.childrenPercent(seconds),
        used.ownPercent(seconds));
  }
}
