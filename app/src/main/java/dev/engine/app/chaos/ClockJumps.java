package dev.engine.app.chaos;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The clock is set by hours and days, forward and back, under sessions, workers and missions that
 * are at work.
 */
final class ClockJumps implements Experiment {

  /** So often the clock is set before a fleet is seen to its end. */
  private static final int PER_FLEET = 25;

  private static final int MOST_HOURS = 24;
  private static final int MOST_DAYS = 10;

  private final Path distribution;

  /**
   * @param distribution has the script that runs workers
   */
  ClockJumps(Path distribution) {
    this.distribution = distribution;
  }

  @Override
  public String name() {
    return "clock-jumps";
  }

  @Override
  public String invariant() {
    return "the clock set by hours and days: no slot is decided on twice, nothing is told twice or"
        + " not at all, nothing that lives is taken for dead, and nothing dead for alive";
  }

  @Override
  public Optional<String> lacking() {
    return Files.isExecutable(Path.of("/usr/bin/setsid"))
            || Files.isExecutable(Path.of("/bin/setsid"))
        ? Optional.empty()
        : Optional.of("workers need Linux with /proc, and setsid of util-linux");
  }

  @Override
  public Trials run(long seed, Budget budget, Path scratch) {
    Trials trials = new Trials();
    try (MemoryFolder memory = MemoryFolder.insteadOf(scratch)) {
      Blank blank = new Blank(memory.path());
      for (long fleet = seed; trials.count() < budget.most() && !budget.isOver(); fleet++) {
        Path project = Folders.made(memory.path().resolve("seed-" + fleet));
        run(new JumpedFleet(distribution, project, blank, fleet), fleet, budget, trials);
        Folders.delete(project);
      }
    }
    return trials;
  }

  private static void run(JumpedFleet made, long seed, Budget budget, Trials trials) {
    SplittableRandom random = new SplittableRandom(seed);
    try (JumpedFleet fleet = made) {
      for (int i = 0; i < PER_FLEET && trials.count() < budget.most() && !budget.isOver(); i++) {
        Duration by = draw(random);
        String what = "seed %d, jump %d by %s".formatted(seed, i, by);
        trials.add(what, kind(by), fleet.jump(by));
      }
      List<String> broken = fleet.settle();
      if (!broken.isEmpty()) {
        trials.add("seed %d, in the end".formatted(seed), "in the end", broken);
      }
    }
  }

  /** Never none. */
  private static Duration draw(SplittableRandom random) {
    Duration length =
        random.nextBoolean()
            ? Duration.ofSeconds(random.nextInt(1, MOST_HOURS * 3_600))
            : Duration.ofMinutes(random.nextInt(1, MOST_DAYS * 24 * 60));
    return random.nextBoolean() ? length : length.negated();
  }

  private static String kind(Duration by) {
    String unit = by.abs().compareTo(Duration.ofDays(1)) < 0 ? "hours" : "days";
    return (by.isNegative() ? "back by " : "forward by ") + unit;
  }
}
