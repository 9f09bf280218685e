package dev.engine.cli;

import java.nio.file.Path;
import java.util.function.IntConsumer;

/** A recorded fleet that can be replayed through the hooks installed in a project. */
public interface DemoRun {

  /** How many events there are in all. */
  int eventCount();

  /**
   * Replays them one after another, each through a hook process of its own.
   *
   * @param project has been initialised
   * @param progress is told how many events are behind
   */
  void replay(Path project, IntConsumer progress);
}
