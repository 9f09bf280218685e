package dev.engine.persistence;

import dev.engine.domain.mission.Mission;
import dev.engine.domain.mission.Mission.State;
import dev.engine.persistence.db.tables.records.MissionsRecord;

/** How far a slot of a mission has come, as the columns that say so. */
final class MissionProgress {

  /** The table wants words of whatever was skipped; those that are told name the other slot. */
  private static final String MERGED = "another slot stands for it";

  private MissionProgress() {}

  /** What an update writes; what its state does not have is taken out of the row. */
  static MissionsRecord of(Mission mission) {
    MissionsRecord row = new MissionsRecord();
    row.setStatus(mission.status());
    row.setStartedAt(null);
    row.setFinishedAt(null);
    row.setSummary(null);
    row.setReason(null);
    row.setMergedInto(null);
    switch (mission.state()) {
      case State.Pending pending -> {}
      case State.Running running -> row.setStartedAt(running.startedAt());
      case State.Complete complete -> {
        row.setStartedAt(complete.startedAt());
        row.setFinishedAt(complete.at());
        row.setSummary(complete.summary());
      }
      case State.Failed failed -> {
        row.setStartedAt(failed.startedAt());
        row.setFinishedAt(failed.at());
        row.setReason(failed.reason());
      }
      case State.Skipped skipped -> row.setReason(skipped.reason());
      case State.Merged merged -> {
        row.setReason(MERGED);
        row.setMergedInto(merged.into());
      }
    }
    return row;
  }
}
