package dev.engine.persistence;

import static dev.engine.persistence.db.Tables.MISSIONS;

import dev.engine.domain.mission.Mission;
import dev.engine.domain.mission.MissionId;
import dev.engine.domain.mission.MissionStatus;
import dev.engine.domain.mission.ScheduledMissionId;
import dev.engine.domain.mission.Slot;
import dev.engine.domain.mission.Standing;
import dev.engine.domain.worker.WorkerId;
import dev.engine.persistence.db.tables.records.MissionsRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The rows of {@code missions}: what a {@link Mission} looks like there. */
final class MissionRows {

  /** It waits for an earlier run to end. In line with its index: a bound value would not be. */
  static final Condition IN_LINE =
      MISSIONS.STATUS.eq(DSL.inline(MissionStatus.PENDING)).and(MISSIONS.WORKER_ID.isNull());

  private static final Condition UNFINISHED =
      MISSIONS.STATUS.in(DSL.inline(MissionStatus.PENDING), DSL.inline(MissionStatus.RUNNING));

  private MissionRows() {}

  static Optional<Mission> find(DSLContext db, Condition which) {
    return db.selectFrom(MISSIONS).where(which).fetchOptional(MissionRows::mission);
  }

  static Optional<Mission> find(DSLContext db, Slot slot) {
    return find(
        db, MISSIONS.SCHEDULED_MISSION_ID.eq(slot.mission()).and(MISSIONS.SLOT_AT.eq(slot.at())));
  }

  /** Inserts it with an id of its own; its slot must be free. */
  static Mission insert(
      DSLContext db,
      RandomGenerator random,
      Slot slot,
      Mission.Occasion occasion,
      @Nullable WorkerId worker,
      Mission.State state) {
    Mission added;
    do {
      added = new Mission(MissionId.random(random), slot, occasion, worker, state);
    } while (!isInserted(db, added)); // an id may be taken
    return added;
  }

  /** Writes what it is now over what it was. */
  static void update(DSLContext db, Mission mission) {
    db.update(MISSIONS).set(row(mission)).where(MISSIONS.ID.eq(mission.id())).execute();
  }

  /** Those that wait for an earlier run to end, the one that has waited longest at the front. */
  static List<Mission> inLine(DSLContext db, ScheduledMissionId mission) {
    return db.selectFrom(MISSIONS)
        .where(MISSIONS.SCHEDULED_MISSION_ID.eq(mission))
        .and(IN_LINE)
        .orderBy(MISSIONS.SLOT_AT, MISSIONS.ID)
        .fetch(MissionRows::mission);
  }

  /** How many runs of {@code mission} are not over. */
  static Standing standing(DSLContext db, ScheduledMissionId mission) {
    Condition ofIt = MISSIONS.SCHEDULED_MISSION_ID.eq(mission);
    int unfinished = db.fetchCount(MISSIONS, ofIt.and(UNFINISHED));
    int waiting = db.fetchCount(MISSIONS, ofIt.and(IN_LINE));
    return new Standing(unfinished - waiting, waiting);
  }

  static Mission mission(Record row) {
    return new Mission(
        row.get(MISSIONS.ID),
        new Slot(row.get(MISSIONS.SCHEDULED_MISSION_ID), row.get(MISSIONS.SLOT_AT)),
        occasion(row),
        row.get(MISSIONS.WORKER_ID),
        state(row));
  }

  private static boolean isInserted(DSLContext db, Mission added) {
    int rows =
        db.insertInto(MISSIONS).set(row(added)).onConflict(MISSIONS.ID).doNothing().execute();
    return rows == 1;
  }

  private static MissionsRecord row(Mission mission) {
    MissionsRecord row = MissionProgress.of(mission);
    row.setId(mission.id());
    row.setScheduledMissionId(mission.slot().mission());
    row.setSlotAt(mission.slot().at());
    row.setWorkerId(mission.worker());
    row.setTriggeredBy(mission.occasion().trigger());
    row.setDecidedAt(mission.occasion().decidedAt());
    row.setFirstSlotAt(mission.occasion().firstSlotAt());
    row.setSlotCount(mission.occasion().slotCount());
    return row;
  }

  private static Mission.Occasion occasion(Record row) {
    Instant slot = row.get(MISSIONS.SLOT_AT);
    Instant decidedAt = row.get(MISSIONS.DECIDED_AT);
    Instant first = row.get(MISSIONS.FIRST_SLOT_AT);
    return new Mission.Occasion(
        row.get(MISSIONS.TRIGGERED_BY),
        decidedAt == null ? slot : decidedAt,
        first == null ? slot : first,
        row.get(MISSIONS.SLOT_COUNT));
  }

  private static Mission.State state(Record row) {
    Instant startedAt = row.get(MISSIONS.STARTED_AT);
    Instant finishedAt = row.get(MISSIONS.FINISHED_AT);
    return switch (row.get(MISSIONS.STATUS)) {
      case PENDING -> new Mission.State.Pending();
      case RUNNING -> new Mission.State.Running(startedAt);
      case COMPLETE -> new Mission.State.Complete(startedAt, finishedAt, row.get(MISSIONS.SUMMARY));
      case FAILED -> new Mission.State.Failed(startedAt, finishedAt, row.get(MISSIONS.REASON));
      case SKIPPED ->
          row.get(MISSIONS.MERGED_INTO) == null
              ? new Mission.State.Skipped(row.get(MISSIONS.REASON))
              : new Mission.State.Merged(row.get(MISSIONS.MERGED_INTO));
    };
  }
}
