package dev.engine.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

/**
 * Goal P6: many sessions whose hooks bring a running engine real events, while commands and screens
 * use it too. How long the hooks take, what they complain of, and whether every event is stored;
 * beside Python hooks that make the same writes, and processes that do nothing.
 */
final class FleetBenchmark {

  private static final int ROUNDS = 5;

  /** In each round the baselines get this part of the time. */
  private static final int BASELINE_PART = 5;

  private static final Duration BETWEEN_COMMANDS = Duration.ofSeconds(5);

  /** Two screens that are renewed five times a second. */
  private static final Duration BETWEEN_READS = Duration.ofMillis(100);

  private final ScratchHome home;
  private final SimulatedFleet engine;
  private final List<SimulatedFleet> baselines;

  private FleetBenchmark(ScratchHome home, SimulatedFleet engine, List<SimulatedFleet> baselines) {
    this.home = home;
    this.engine = engine;
    this.baselines = baselines;
  }

  /**
   * {@code FleetBenchmark DISTRIBUTION PYTHON_HOOK RECORDINGS SESSIONS EVENTS_PER_SECOND SECONDS}.
   *
   * @param args the unpacked distribution, the Python hook's file, the folder with a payload for
   *     each event, how many sessions, how many events each has a second, and how long in all
   */
  public static void main(String[] args)
      throws IOException, InterruptedException, ExecutionException, SQLException {
    Path distribution = Path.of(args[0]);
    RecordedEvents recorded = new RecordedEvents(Path.of(args[2]));
    int sessions = Integer.parseInt(args[3]);
    double perSecond = Double.parseDouble(args[4]);
    Duration time = Duration.ofSeconds(Long.parseLong(args[5]));
    System.out.printf(
        "%d sessions, %.1f events/s each, %d s in %d rounds; baselines 1/%d of that each%n%n",
        sessions, perSecond, time.toSeconds(), ROUNDS, BASELINE_PART);
    try (ScratchHome home = ScratchHome.create(distribution)) {
      Duration period = Duration.ofNanos((long) (1e9 / perSecond));
      String hook = distribution.resolve("bin/engine-hook").toString();
      String engineHome = home.home().toString();
      String database = home.folder().resolve("python.db").toString();
      Fleets fleets = new Fleets(home, recorded, sessions, period);
      new FleetBenchmark(
              home,
              fleets.of("engine-hook", event -> List.of(hook, "--home", engineHome, event)),
              List.of(
                  fleets.of("bash-alone", event -> List.of("bash", "-c", ":")),
                  fleets.of("python-hook", event -> List.of("python3", args[1], database))))
          .run(time);
    }
  }

  private record Fleets(ScratchHome home, RecordedEvents recorded, int sessions, Duration period) {

    SimulatedFleet of(String name, Function<String, List<String>> command) throws IOException {
      return new SimulatedFleet(
          name, period, command, recorded, home.folder().resolve(name), sessions);
    }
  }

  private void run(Duration time)
      throws IOException, InterruptedException, ExecutionException, SQLException {
    home.engine("up", "--yes");
    try {
      measure(time);
      home.awaitDrained();
    } finally {
      home.engine("down");
    }
    printComplaints();
    printStored();
  }

  private void measure(Duration time) throws IOException, InterruptedException, ExecutionException {
    String pid = Long.toString(home.enginePid());
    ProcessorTime spent = new ProcessorTime(0, 0);
    Bystander commands =
        Bystander.begin("commands: status, ping send", BETWEEN_COMMANDS, this::command);
    ApiReader reader = new ApiReader(home);
    Bystander reads =
        Bystander.begin("HTTP reads: fleet board, events", BETWEEN_READS, reader::read);
    try (reader;
        reads;
        commands) {
      for (int round = 0; round < ROUNDS; round++) {
        ProcessorTime before = ProcessorTime.of(pid);
        engine.live(time.dividedBy(ROUNDS));
        spent = spent.plus(ProcessorTime.of(pid).since(before));
        for (SimulatedFleet baseline : baselines) {
          baseline.live(time.dividedBy((long) ROUNDS * BASELINE_PART));
        }
      }
    }
    SimulatedFleet.printHead();
    engine.print();
    baselines.forEach(SimulatedFleet::print);
    System.out.printf(
        "%nthe engine used %.0f %% of one core for it%n",
        spent.ownPercent((double) time.toSeconds()));
    commands.print();
    reads.print();
  }

  private void command(int number) throws IOException, InterruptedException {
    if (number % 2 == 0) {
      home.engine("status");
    } else {
      home.engine("ping", "send", "Is number " + number + " in time?");
    }
  }

  private void printComplaints() throws IOException {
    List<String> complaints = engine.complaints();
    System.out.printf("lines that hooks wrote to stderr: %d%n", complaints.size());
    complaints.stream().distinct().limit(3).forEach(line -> System.out.println("  " + line));
  }

  private void printStored() throws SQLException {
    Map<String, Long> stored = new TreeMap<>();
    List<String> doors = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + home.home().database());
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT event, door, count(*) FROM hook_calls GROUP BY event, door")) {
      while (row.next()) {
        stored.merge(row.getString(1), row.getLong(3), Long::sum);
        doors.add("%s by %s %d".formatted(row.getString(1), row.getString(2), row.getLong(3)));
      }
    }
    Map<String, Long> sent = new TreeMap<>(engine.callsByEvent());
    System.out.printf("stored: %s%n", String.join(", ", doors));
    System.out.printf(
        "sent %d events, stored %d: %s%n",
        total(sent),
        total(stored),
        sent.equals(stored) ? "all of each kind" : "NOT THE SAME, sent " + sent);
  }

  private static long total(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
