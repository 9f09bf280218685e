package dev.engine.cli;

import dev.engine.domain.mission.Mission;
import dev.engine.domain.mission.Mission.Occasion;
import dev.engine.domain.mission.Mission.State;
import dev.engine.domain.mission.ScheduledMission;
import dev.engine.domain.mission.Trigger;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the slots of missions look in a terminal. */
final class Missions {

  /** Less is not worth a word. */
  private static final Duration LATE = Duration.ofMinutes(1);

  private Missions() {}

  static Table table(List<Mission> missions) {
    Table table = new Table("SLOT", "STATUS", "WORKER", "WHAT CAME OF IT");
    for (Mission mission : missions) {
      table.row(
          Cell.of(mission.slot().at()),
          status(mission),
          mission.worker() == null ? Cell.of("-", Tone.MUTED) : Cell.of(mission.worker()),
          Cell.of(words(mission)));
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

  /** What was done with a mission, in one line. */
  static String sentence(ScheduledMission mission) {
    String when =
        mission.nextSlotAt() == null ? "no slot comes" : "next slot " + mission.nextSlotAt();
    return "mission %s: %s"
        .formatted(mission.plan().slug(), mission.enabled() ? "enabled, " + when : "disabled");
  }

  private static String words(Mission mission) {
    return Stream.of(occasion(mission), words(mission.state()))
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining("; "));
  }

  private static String occasion(Mission mission) {
    Occasion occasion = mission.occasion();
    if (occasion.trigger() == Trigger.PERSON) {
      return "wanted by the person";
    }
    if (occasion.slotCount() > 1) {
      return "%,d slots since %s".formatted(occasion.slotCount(), occasion.firstSlotAt());
    }
    return mission.lateBy().compareTo(LATE) < 0
        ? ""
        : "late by " + Ago.of(mission.slot().at(), occasion.decidedAt());
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
