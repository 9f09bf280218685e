package dev.engine.app.simulation;

import java.util.ArrayList;
import java.util.List;

/** What a simulation did, step by step, for whoever has to find out why it failed. */
final class FleetLog {

  private final FleetTime time;
  private final List<String> lines = new ArrayList<>();
  private int step;
  private int depth;

  FleetLog(FleetTime time) {
    this.time = time;
  }

  void next() {
    step++;
  }

  /** What happens from now on happens while a process stands still. */
  void enter() {
    depth++;
  }

  void leave() {
    depth--;
  }

  void tell(String what) {
    lines.add("%4d %s %s%s".formatted(step, time.instant(), "  ".repeat(depth), what));
  }

  @Override
  public String toString() {
    return String.join("\n", lines);
  }
}
