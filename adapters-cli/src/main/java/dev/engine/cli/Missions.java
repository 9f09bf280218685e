package dev.engine.cli;

import dev.engine.domain.mission.Mission;
import dev.engine.domain.mission.Mission.State;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the slots of missions look in a terminal. */
final class Missions {

  private Missions() {}

  static Table table(List<Mission> missions) {
    Table table = new Table("SLOT", "STATUS", "WORKER", "WHAT CAME OF IT");
    for (Mission mission : missions) {
      table.row(
          Cell.of(mission.slot().at()),
          status(mission),
          mission.worker() == null ? Cell.of("-", Tone.MUTED) : Cell.of(mission.worker()),
          Cell.of(words(mission.state())));
    }
    return table;
  }

  private static Cell status(Mission mission) {
    return switch (mission.status()) {
      case PENDING -> Cell.of("pending", Tone.MUTED);
      case RUNNING -> Cell.of("running", Tone.PASS);
      case COMPLETE -> Cell.of("complete");
      case FAILED -> Cell.of("failed", Tone.FAIL);
      case SKIPPED -> Cell.of("skipped", Tone.WARN);
    };
  }

  private static String words(State state) {
    return switch (state) {
      case State.Pending pending -> "";
      case State.Running running -> "";
      case State.Complete complete -> orNothing(complete.summary());
      case State.Failed failed -> orNothing(failed.reason());
      case State.Skipped skipped -> skipped.reason();
      case State.Merged merged -> "merged into " + merged.into();
    };
  }

  private static String orNothing(@Nullable String words) {
    return words == null ? "" : words;
  }
}
