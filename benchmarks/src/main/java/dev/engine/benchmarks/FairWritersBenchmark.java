package dev.engine.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Goal R4: many processes that write to one database as fast as they can. How many writes fail, how
 * long the longest takes, and how evenly they share, beside the same with SQLite's busy timeout and
 * nothing else.
 */
final class FairWritersBenchmark {

  private record Share(int written, int failed, long longestMicros) {}

  private FairWritersBenchmark() {}

  /**
   * {@code FairWritersBenchmark PROCESSES SECONDS}.
   *
   * @param args how many processes, and how long they write
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    int processes = Integer.parseInt(args[0]);
    int seconds = Integer.parseInt(args[1]);
    System.out.printf(
        "%d processes, %d s, each write durable (synchronous=FULL)%n%n", processes, seconds);
    System.out.printf(
        "%-28s %8s %12s %10s %10s %8s %12s%n",
        "writers", "failed", "longest ms", "smallest", "largest", "ratio", "commits/s");
    for (String kind : List.of("raw", "engine")) {
      print(kind, seconds, shares(kind, processes, seconds));
    }
  }

  private static List<Share> shares(String kind, int processes, int seconds)
      throws IOException, InterruptedException {
    try (ScratchStore store = ScratchStore.create()) {
      List<Process> running = new ArrayList<>();
      for (int i = 0; i < processes; i++) {
        Process process = started(kind, store.file(), i, seconds);
        running.add(process);
        expect("ready", process.inputReader(StandardCharsets.UTF_8).readLine());
      }
      for (Process process : running) {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
      }
      List<Share> shares = new ArrayList<>();
      for (Process process : running) {
        shares.add(share(process.inputReader(StandardCharsets.UTF_8)));
        process.waitFor();
      }
      return shares;
    }
  }

  private static Process started(String kind, Path file, int number, int seconds)
      throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx64m",
            "--enable-native-access=ALL-UNNAMED",
            "-Dslf4j.provider=org.slf4j.nop.NOPServiceProvider",
            "-Dslf4j.internal.verbosity=ERROR",
            "-cp",
            System.getProperty("java.class.path"),
            FlatOutWriter.class.getName(),
            kind,
            file.toString(),
            "writer-" + number,
            Integer.toString(seconds));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static Share share(BufferedReader reader) throws IOException {
    String[] numbers = String.valueOf(reader.readLine()).split(" ", -1);
    return new Share(
        Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]), Long.parseLong(numbers[2]));
  }

  private static void expect(String wanted, String got) {
    if (!wanted.equals(got)) {
      throw new IllegalStateException("a writer did not start");
    }
  }

  private static void print(String kind, int seconds, List<Share> shares) {
    int smallest = shares.stream().mapToInt(Share::written).min().orElseThrow();
    int largest = shares.stream().mapToInt(Share::written).max().orElseThrow();
    System.out.printf(
        "%-28s %8d %12.1f %10d %10d %8.3f %12.0f%n",
        kind.equals("raw") ? "SQLite, busy_timeout 5 s" : "Engine",
        shares.stream().mapToInt(Share::failed).sum(),
        shares.stream().mapToLong(Share::longestMicros).max().orElseThrow() / 1_000.0,
        smallest,
        largest,
        (double) smallest / Math.max(1, largest),
        (double) shares.stream().mapToInt(Share::written).sum() / seconds);
  }
}
