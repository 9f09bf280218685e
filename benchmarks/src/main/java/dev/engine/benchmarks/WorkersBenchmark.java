package dev.engine.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What an engine takes to run workers that are over at once: beside bash that runs the same program
 * as often, alone and below the script that each worker has above it.
 */
final class WorkersBenchmark {

  private static final String PROGRAM = "/bin/true";

  private static final String BELOW_SCRIPT = "mkdir \"$1/$i\"; setsid bash \"$2\" \"$1/$i\" \"$3\"";

  private WorkersBenchmark() {}

  /**
   * {@code WorkersBenchmark DISTRIBUTION COUNT PARALLEL ROUNDS}.
   *
   * @param args the unpacked distribution, how many workers a round has, how many run at a time,
   *     how many rounds
   */
  public static void main(String[] args) throws IOException, InterruptedException, SQLException {
    Path distribution = Path.of(args[0]);
    int count = Integer.parseInt(args[1]);
    int rounds = Integer.parseInt(args[3]);
    System.out.printf("%d workers, %s at a time, in %d rounds%n%n", count, args[2], rounds);
    try (ScratchHome home = ScratchHome.create(distribution)) {
      QueuedWorkers.configure(home, PROGRAM, Integer.parseInt(args[2]));
      home.engine("up", "--yes");
      try {
        Table table = new Table(count);
        QueuedWorkers workers = new QueuedWorkers(home, Long.toString(home.enginePid()));
        workers.run(count); // the first round warms up
        for (int round = 0; round < rounds; round++) {
          table.add("bash loop of the program", plain(home, args).run());
          table.add("bash loop below worker-run.sh", belowScript(home, args, round).run());
          table.add(workers.run(count));
        }
        table.print();
      } finally {
        home.engine("down", "--workers");
      }
    }
  }

  private static TimedProcess plain(ScratchHome home, String[] args) throws IOException {
    return loop(home, "\"$1\"", List.of(args[1], args[2], PROGRAM));
  }

  private static TimedProcess belowScript(ScratchHome home, String[] args, int round)
      throws IOException {
    Path control = Files.createDirectory(home.folder().resolve("round-" + round));
    String script = Path.of(args[0]).resolve("lib/worker-run.sh").toString();
    return loop(home, BELOW_SCRIPT, List.of(args[1], args[2], control.toString(), script, PROGRAM));
  }

  /** Runs as many at a time as the engine. */
  private static TimedProcess loop(ScratchHome home, String body, List<String> arguments)
      throws IOException {
    String script =
        """
        count=$1 parallel=$2; shift 2
        for ((i = 0; i < count; i++)); do ((i < parallel)) || wait -n; %s & done
        wait
        """
            .formatted(body);
    List<String> command = new ArrayList<>(List.of("bash", "-c", script, "loop"));
    command.addAll(arguments);
    Path nothing = Files.writeString(home.folder().resolve("nothing"), "");
    return new TimedProcess("bash", command, nothing, Map.of());
  }

  /** Milliseconds for each worker, the best round of each. */
  private static final class Table {

    private final int count;
    private final List<Row> rows = new ArrayList<>();

    private record Row(String name, double wallMillis, double cpuMillis) {}

    Table(int count) {
      this.count = count;
    }

    void add(String name, TimedProcess.Run run) {
      rows.add(new Row(name, run.wallMillis() / count, run.cpuMillis() / count));
    }

    void add(QueuedWorkers.Spent spent) {
      double all = spent.engineCpuMillis() + spent.otherCpuMillis();
      rows.add(new Row("engine, with all that it starts", spent.wallMillis() / count, all / count));
      rows.add(
          new Row(
              "engine, its own processor time",
              spent.wallMillis() / count,
              spent.engineCpuMillis() / count));
    }

    void print() {
      System.out.printf(
          "%-34s %12s %12s %10s %10s%n",
          "for each worker", "min ms", "p50 ms", "cpu ms", "a second");
      rows.stream().map(Row::name).distinct().forEach(this::print);
    }

    private void print(String name) {
      List<Double> wall =
          rows.stream()
              .filter(row -> row.name().equals(name))
              .map(Row::wallMillis)
              .sorted()
              .toList();
      double cpu =
          rows.stream()
              .filter(row -> row.name().equals(name))
              .mapToDouble(Row::cpuMillis)
              .min()
              .orElseThrow();
      double median = Quantile.of(wall, 0.5);
      System.out.printf(
          "%-34s %12.2f %12.2f %10.2f %10.0f%n",
          name, wall.getFirst(), median, cpu, 1_000 / median);
    }
  }
}
