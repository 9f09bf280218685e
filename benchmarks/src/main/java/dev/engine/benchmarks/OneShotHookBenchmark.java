package dev.engine.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Goals P2 and P2b: how long a hook takes when no engine is running, beside a bare {@code java
 * Hello} of the same JDK and beside a Python hook that makes the same writes. The runs take turns,
 * so that all see the same machine.
 */
final class OneShotHookBenchmark {

  private static final int WARM_UP = 3;

  private final Path distribution;
  private final Path scratch;

  private OneShotHookBenchmark(Path distribution, Path scratch) {
    this.distribution = distribution;
    this.scratch = scratch;
  }

  /**
   * {@code OneShotHookBenchmark DISTRIBUTION PYTHON_HOOK ROUNDS}.
   *
   * @param args the unpacked distribution, the Python hook's file, how often each one runs
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path scratch = Files.createTempDirectory("engine-benchmark");
    try {
      OneShotHookBenchmark benchmark = new OneShotHookBenchmark(Path.of(args[0]), scratch);
      benchmark.run(Path.of(args[1]), Integer.parseInt(args[2]));
    } finally {
      delete(scratch);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private void run(Path pythonHook, int rounds) throws IOException, InterruptedException {
    initialise();
    List<TimedProcess> processes = new ArrayList<>();
    processes.add(hello());
    processes.add(hook("SessionStart", "\"source\":\"startup\""));
    processes.add(hook("UserPromptSubmit", "\"prompt\":\"go on\""));
    processes.add(hook("PreToolUse", "\"tool_name\":\"Bash\"")); // owes no answer: to the spool
    if (isThere("python3")) {
      processes.add(python(pythonHook));
    }
    print(rounds, interleaved(processes, rounds));
  }

  private static List<Timing> interleaved(List<TimedProcess> processes, int rounds)
      throws IOException, InterruptedException {
    List<List<TimedProcess.Run>> runs =
        processes.stream().<List<TimedProcess.Run>>map(any -> new ArrayList<>()).toList();
    for (int round = -WARM_UP; round < rounds; round++) {
      for (int i = 0; i < processes.size(); i++) {
        TimedProcess.Run run = processes.get(i).run();
        if (round >= 0) {
          runs.get(i).add(run);
        }
      }
    }
    List<Timing> timings = new ArrayList<>();
    for (int i = 0; i < processes.size(); i++) {
      timings.add(
          new Timing(
              processes.get(i).name(),
              runs.get(i).stream().map(TimedProcess.Run::wallMillis).toList(),
              runs.get(i).stream().map(TimedProcess.Run::cpuMillis).toList()));
    }
    return timings;
  }

  private static void print(int rounds, List<Timing> timings) {
    Timing baseline = timings.getFirst();
    System.out.printf("whole processes, n = %d each, in turns; milliseconds%n%n", rounds);
    System.out.printf(
        "%-34s %8s %8s %8s %8s %10s%n", "process", "min", "p50", "p99", "cpu p50", "p50 ratio");
    for (Timing timing : timings) {
      System.out.printf(
          "%-34s %8.1f %8.1f %8.1f %8.1f %9.2fx%n",
          timing.name(),
          timing.wallMin(),
          timing.wallMedian(),
          timing.wallP99(),
          timing.cpuMedian(),
          timing.wallMedian() / baseline.wallMedian());
    }
  }

  private void initialise() throws IOException, InterruptedException {
    Process init =
        new ProcessBuilder(
                distribution.resolve("bin/engine").toString(),
                "init",
                "--project",
                scratch.toString(),
                "--yes")
            .redirectOutput(scratch.resolve("init.log").toFile())
            .redirectErrorStream(true)
            .start();
    if (init.waitFor() != 0) {
      throw new IllegalStateException(Files.readString(scratch.resolve("init.log")));
    }
  }

  private TimedProcess hello() throws IOException {
    Path java = Path.of(System.getProperty("java.home")).resolve("bin/java");
    String classes = System.getProperty("java.class.path");
    List<String> command = List.of(java.toString(), "-cp", classes, Hello.class.getName());
    return new TimedProcess("java Hello", command, payload("none", ""), Map.of());
  }

  private TimedProcess hook(String event, String field) throws IOException {
    List<String> command =
        List.of(
            distribution.resolve("bin/engine-hook").toString(),
            "--home",
            scratch.resolve(".engine").toString(),
            event);
    return new TimedProcess("engine-hook " + event, command, payload(event, field), Map.of());
  }

  private TimedProcess python(Path hook) throws IOException {
    List<String> command =
        List.of("python3", hook.toString(), scratch.resolve("python.db").toString());
    return new TimedProcess(
        "python hook UserPromptSubmit", command, payload("UserPromptSubmit", ""), Map.of());
  }

  private Path payload(String event, String field) throws IOException {
    String json =
        """
        {"session_id":"aa18c75f-757a-400d-858a-a3904fc53562","cwd":"/home/dev/project",\
        "transcript_path":"/home/dev/t.jsonl","hook_event_name":"%s"%s}\
        """
            .formatted(event, field.isEmpty() ? "" : "," + field);
    return Files.writeString(scratch.resolve(event + ".json"), json);
  }

  private static boolean isThere(String program) throws IOException, InterruptedException {
    return new ProcessBuilder("bash", "-c", "type -P " + program)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }
}
