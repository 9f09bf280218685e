package dev.engine.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** {@link ChaosRun} whose experiments come out as a test wants. */
final class ScriptedChaos implements ChaosRun {

  private static final String INVARIANT = "nothing acknowledged is lost";

  private final List<String> broken = new ArrayList<>();
  private @Nullable Wish wish;
  private boolean isInterrupted;

  /** Has the first experiment find this. */
  void breaks(String problem) {
    broken.add(problem);
  }

  /** Has somebody ask the process to end behind the first experiment. */
  void interrupt() {
    isInterrupted = true;
  }

  /** How the last ones were to be carried out; null if none were. */
  @Nullable Wish wish() {
    return wish;
  }

  @Override
  public List<String> names() {
    return List.of("kill-points", "failing-calls");
  }

  @Override
  public End carryOut(List<String> names, Wish how, Consumer<Result> listener) {
    wish = how;
    if (names.contains("kill-points")) {
      listener.accept(
          new Result.Tried(
              "kill-points",
              INVARIANT,
              1_200,
              Map.of("offer", 1_200),
              Map.of("a kill took", "310 ms"),
              broken));
    }
    if (isInterrupted) {
      return End.INTERRUPTED;
    }
    if (names.contains("failing-calls")) {
      listener.accept(new Result.LeftOut("failing-calls", INVARIANT, "strace is not installed"));
    }
    return End.REACHED;
  }
}
