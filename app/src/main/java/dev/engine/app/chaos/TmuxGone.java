package dev.engine.app.chaos;

import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The tmux server that a fleet sits in is killed: with it go the clients in its panes, and whoever
 * asks it is told nothing any more.
 */
final class TmuxGone implements Experiment {

  /** Who looks for the sessions that are gone. */
  enum Search {
    /** The engine, in its own time. */
    OF_THE_ENGINE,
    /** This process, at once. */
    AT_ONCE
  }

  private final Path distribution;
  private final Search search;

  TmuxGone(Path distribution) {
    this(distribution, Search.OF_THE_ENGINE);
  }

  TmuxGone(Path distribution, Search search) {
    this.distribution = distribution;
    this.search = search;
  }

  @Override
  public String name() {
    return "tmux-gone";
  }

  @Override
  public String invariant() {
    return "the tmux server killed under a fleet: the engine and its workers go on, sessions whose"
        + " client went with it are lost and no others, and each notice is told, once";
  }

  @Override
  public Optional<String> lacking() {
    return ScratchTmux.isInstalled() ? Optional.empty() : Optional.of("tmux is not installed");
  }

  @Override
  public Trials run(long seed, Budget budget, Path scratch) {
    Trials trials = new Trials();
    Path blank = ScratchEngine.project(distribution, scratch.resolve("blank"));
    for (long round = seed; trials.count() < budget.most() && !budget.isOver(); round++) {
      Path project = Folders.copied(blank, scratch.resolve("p" + round));
      boolean isAsked = new SplittableRandom(round).nextBoolean();
      try (PanedFleet fleet = new PanedFleet(distribution, project, search)) {
        fleet.settleIn();
        fleet.killTmux(isAsked);
        trials.add(
            "seed %d, %s".formatted(round, isAsked ? "asked to end" : "SIGKILL"),
            isAsked ? "asked to end" : "killed",
            fleet.flaws());
        trials.longest("known for lost after", fleet.lostAfter());
      }
      Folders.delete(project);
    }
    return trials;
  }
}
