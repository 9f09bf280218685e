package dev.engine.benchmarks;

import dev.engine.persistence.SideFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Goal R9: whether an engine stays as it is while sessions send it events, a screen reads, and
 * other processes have the database open: some that do nothing, and one that reads for twenty
 * seconds of each minute, which keeps the log from being begun anew meanwhile.
 */
final class SteadinessBenchmark {

  private static final int ROUNDS = 6;
  private static final int IDLE_READERS = 8;
  private static final Duration BETWEEN_SAMPLES = Duration.ofSeconds(1);
  private static final Duration BETWEEN_SCREENS = Duration.ofMillis(500);
  private static final Duration BETWEEN_SLOW_READS = Duration.ofSeconds(40);
  private static final Duration SLOW_READ = Duration.ofSeconds(20);
  private static final double MIB = 1 << 20;

  private final ScratchHome home;
  private final SimulatedFleet fleet;
  private final BlockingQueue<Sample> samples = new LinkedBlockingQueue<>();

  private SteadinessBenchmark(ScratchHome home, SimulatedFleet fleet) {
    this.home = home;
    this.fleet = fleet;
  }

  /** What the engine took at one moment. */
  private record Sample(long logBytes, long rssBytes, long threads, long openFiles) {

    static Sample of(String pid, Path log) throws IOException {
      return new Sample(
          Files.exists(log) ? Files.size(log) : 0,
          Memory.of(Long.parseLong(pid)).rssKib() * 1_024,
          entries(Path.of("/proc", pid, "task")),
          entries(Path.of("/proc", pid, "fd")));
    }

    private static long entries(Path folder) throws IOException {
      try (Stream<Path> entries = Files.list(folder)) {
        return entries.count();
      }
    }
  }

  /**
   * {@code SteadinessBenchmark DISTRIBUTION RECORDINGS MINUTES SESSIONS}.
   *
   * @param args the unpacked distribution, the folder with a payload for each event, how long in
   *     all, and how many sessions send an event a second
   */
  public static void main(String[] args)
      throws IOException, InterruptedException, ExecutionException, SQLException {
    Path distribution = Path.of(args[0]);
    RecordedEvents recorded = new RecordedEvents(Path.of(args[1]));
    Duration time = Duration.ofMinutes(Long.parseLong(args[2]));
    int sessions = Integer.parseInt(args[3]);
    String hook = distribution.resolve("bin/engine-hook").toString();
    try (ScratchHome home = ScratchHome.create(distribution)) {
      SimulatedFleet fleet =
          new SimulatedFleet(
              "engine-hook",
              Duration.ofSeconds(1),
              event -> List.of(hook, "--home", home.home().toString(), event),
              recorded,
              home.folder().resolve("sessions"),
              sessions);
      System.out.printf(
          "%d minutes, %d sessions, %d idle readers%n%n", time.toMinutes(), sessions, IDLE_READERS);
      new SteadinessBenchmark(home, fleet).run(time);
    }
  }

  private void run(Duration time)
      throws IOException, InterruptedException, ExecutionException, SQLException {
    home.engine("up", "--yes");
    List<Connection> idle = new ArrayList<>();
    try {
      for (int i = 0; i < IDLE_READERS; i++) {
        idle.add(reader());
      }
      measure(time);
    } finally {
      for (Connection each : idle) {
        each.close();
      }
      home.engine("down");
    }
    fleet.complaints().stream().distinct().limit(3).forEach(System.out::println);
  }

  private void measure(Duration time)
      throws IOException, InterruptedException, ExecutionException, SQLException {
    String pid = Long.toString(home.enginePid());
    Path log = SideFile.LOG.of(home.home().database());
    ApiReader screen = new ApiReader(home);
    Bystander screens = Bystander.begin("HTTP reads", BETWEEN_SCREENS, screen::read);
    Bystander slow = Bystander.begin("a slow reader", BETWEEN_SLOW_READS, this::readSlowly);
    Bystander sampler =
        Bystander.begin("samples", BETWEEN_SAMPLES, number -> samples.add(Sample.of(pid, log)));
    printHead();
    try (screen;
        screens;
        slow;
        sampler) {
      for (int round = 1; round <= ROUNDS; round++) {
        fleet.live(time.dividedBy(ROUNDS));
        print(round);
      }
    }
    System.out.println();
    SimulatedFleet.printHead();
    fleet.print();
    screens.print();
    slow.print();
  }

  private void readSlowly(int number) throws IOException, InterruptedException {
    try (Connection connection = reader();
        Statement statement = connection.createStatement()) {
      statement.execute("BEGIN");
      statement.executeQuery("SELECT count(*) FROM events").next();
      Thread.sleep(SLOW_READ);
      statement.execute("COMMIT");
    } catch (SQLException failure) {
      throw new IOException(failure);
    }
  }

  private Connection reader() throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.home().database());
    try (Statement statement = connection.createStatement()) {
      statement.executeQuery("SELECT count(*) FROM sessions").next();
    }
    return connection;
  }

  private static void printHead() {
    System.out.printf(
        "%-8s %8s %12s %12s %12s %12s %12s %12s%n",
        "part",
        "samples",
        "log p50 MiB",
        "log max MiB",
        "RSS p50 MiB",
        "RSS max MiB",
        "threads",
        "open files");
  }

  /** The samples of the part that has just ended. */
  private void print(int round) {
    List<Sample> part = new ArrayList<>();
    samples.drainTo(part);
    System.out.printf(
        "%-8d %8d %12.1f %12.1f %12.1f %12.1f %12d %12d%n",
        round,
        part.size(),
        at(part, Sample::logBytes, 0.5) / MIB,
        at(part, Sample::logBytes, 1) / MIB,
        at(part, Sample::rssBytes, 0.5) / MIB,
        at(part, Sample::rssBytes, 1) / MIB,
        at(part, Sample::threads, 1),
        at(part, Sample::openFiles, 1));
  }

  private static long at(List<Sample> part, ToLongFunction<Sample> what, double share) {
    return Quantile.of(part.stream().mapToLong(what).sorted().toArray(), share);
  }
}
