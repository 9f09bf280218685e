package dev.engine.hooks;

import java.util.ArrayList;
import java.util.List;

/** What a simulation did, step by step, for whoever has to find out why it failed. */
final class SimulationLog {

  private final List<String> lines = new ArrayList<>();
  private int step;

  void next(int number) {
    step = number;
  }

  void tell(String what) {
    lines.add("%4d %s".formatted(step, what));
  }

  @Override
  public String toString() {
    return String.join("\n", lines);
  }
}
