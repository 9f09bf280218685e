package dev.engine.cli;

import dev.engine.domain.TimeSpan;
import dev.engine.domain.mission.MissedRun;
import dev.engine.domain.mission.Overlap;
import dev.engine.domain.mission.PolicyAmendment;
import dev.engine.domain.mission.PolicyAmendment.TimeLimit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What becomes of slots of a mission that cannot run just when they are due. */
final class PolicyOptions {

  @Option(
      names = "--missed",
      description =
          "What becomes of slots that nothing ran in time: ${COMPLETION-CANDIDATES} (at first"
              + " once: the newest runs and stands for the others).")
  private @Nullable MissedRun missed;

  @Option(
      names = "--max-catch-up",
      paramLabel = "N",
      description = "With --missed all, run at most N of them (at first 10).")
  private @Nullable Integer maxCatchUp;

  @Option(
      names = "--max-lateness",
      paramLabel = "SPAN",
      description = "Run no slot that is later than that, such as 6h (at first 1d).")
  private @Nullable TimeSpan maxLateness;

  @Option(
      names = "--overlap",
      description =
          "What becomes of a slot while an earlier run goes on: ${COMPLETION-CANDIDATES} (at first"
              + " skip).")
  private @Nullable Overlap overlap;

  @Option(
      names = "--timeout",
      paramLabel = "SPAN",
      description = "End a run after it, such as 30m (at first: as engine.toml says).")
  private @Nullable TimeSpan timeout;

  @Option(names = "--no-timeout", description = "Let a run take as long as engine.toml says.")
  private boolean isWithoutTimeout;

  /** What was said of them; the rest stays. */
  PolicyAmendment amendment() {
    return new PolicyAmendment(
        missed,
        maxCatchUp,
        maxLateness == null ? null : maxLateness.length(),
        overlap,
        timeLimit());
  }

  private TimeLimit timeLimit() {
    if (timeout != null) {
      return new TimeLimit.Set(timeout.length());
    }
    return isWithoutTimeout ? new TimeLimit.Remove() : new TimeLimit.Keep();
  }
}
