package dev.engine.persistence;

import static dev.engine.persistence.db.Tables.MISSIONS;
import static dev.engine.persistence.db.Tables.SCHEDULED_MISSIONS;

import dev.engine.domain.Limit;
import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.mission.Mission;
import dev.engine.domain.mission.MissionEvents;
import dev.engine.domain.mission.MissionFilter;
import dev.engine.domain.mission.MissionId;
import dev.engine.domain.mission.MissionStatus;
import dev.engine.domain.mission.Missions;
import dev.engine.domain.mission.Recording;
import dev.engine.domain.mission.ScheduledMission;
import dev.engine.domain.mission.Slot;
import dev.engine.domain.worker.WorkerId;
import dev.engine.persistence.db.tables.records.MissionsRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** {@link Missions} in SQLite. */
final class JooqMissions implements Missions {

  private static final dev.engine.persistence.db.tables.Missions FINISHED = MISSIONS.as("finished");

  private final JooqTransactions transactions;
  private final RandomGenerator random;
  private final JooqJournal journal;
  private final NoticeQueue notices;

  JooqMissions(JooqTransactions transactions, RandomGenerator random, JooqJournal journal) {
    this.transactions = transactions;
    this.random = random;
    this.journal = journal;
    this.notices = new NoticeQueue(random, journal.rows());
  }

  @Override
  public Recording record(Slot slot, @Nullable WorkerId worker, Mission.State state, Instant at) {
    return transactions.write(
        db -> {
          Optional<Mission> same =
              find(
                  db,
                  MISSIONS
                      .SCHEDULED_MISSION_ID
                      .eq(slot.mission())
                      .and(MISSIONS.SLOT_AT.eq(slot.at())));
          if (same.isPresent()) {
            return new Recording.RecordedBefore(same.get());
          }
          return JooqScheduledMissions.find(db, SCHEDULED_MISSIONS.ID.eq(slot.mission()))
              .<Recording>map(
                  scheduled ->
                      new Recording.Recorded(
                          told(db, scheduled, insert(db, slot, worker, state), at)))
              .orElseGet(() -> new Recording.NoSuchMission(slot.mission()));
        });
  }

  @Override
  public Optional<Mission> find(MissionId id) {
    return transactions.read(db -> find(db, MISSIONS.ID.eq(id)));
  }

  @Override
  public Listed<Mission> history(MissionFilter filter, Page page) {
    Condition fromHere = ListPages.newestFirst(ORDER, page, MISSIONS.SLOT_AT, MISSIONS.ID);
    return transactions.read(
        db ->
            ORDER.listed(
                db.selectFrom(MISSIONS)
                    .where(condition(filter))
                    .and(fromHere)
                    .orderBy(MISSIONS.SLOT_AT.desc(), MISSIONS.ID.desc())
                    .limit(page.rowsToFind())
                    .fetch(JooqMissions::mission),
                page));
  }

  @Override
  public List<Mission> failing(Limit limit) {
    return transactions.read(
        db ->
            db.select(MISSIONS.fields())
                .from(SCHEDULED_MISSIONS)
                .crossJoin(MISSIONS) // to SQLite the order to go by: schedules are few, slots many
                .where(SCHEDULED_MISSIONS.ENABLED.eq(1))
                .and(MISSIONS.SCHEDULED_MISSION_ID.eq(SCHEDULED_MISSIONS.ID))
                .and(MISSIONS.SLOT_AT.eq(lastFinished()))
                .and(MISSIONS.STATUS.eq(MissionStatus.FAILED))
                .orderBy(MISSIONS.SLOT_AT.desc(), MISSIONS.ID.desc())
                .limit(limit.rows())
                .fetch(JooqMissions::mission));
  }

  /** The latest slot of a scheduled mission that ran to its end, well or not. */
  private static Field<Instant> lastFinished() {
    return DSL.field(
        DSL.select(DSL.max(FINISHED.SLOT_AT))
            .from(FINISHED)
            .where(FINISHED.SCHEDULED_MISSION_ID.eq(SCHEDULED_MISSIONS.ID))
            .and(FINISHED.FINISHED_AT.isNotNull()));
  }

  private static Optional<Mission> find(DSLContext db, Condition which) {
    return db.selectFrom(MISSIONS).where(which).fetchOptional(JooqMissions::mission);
  }

  private Mission told(DSLContext db, ScheduledMission scheduled, Mission recorded, Instant at) {
    journal.add(db, MissionEvents.recorded(recorded, at));
    recorded.outcomeNotice(scheduled.plan()).ifPresent(notice -> notices.add(db, notice, at));
    return recorded;
  }

  private Mission insert(DSLContext db, Slot slot, @Nullable WorkerId worker, Mission.State state) {
    Mission recorded = new Mission(MissionId.random(random), slot, worker, state);
    while (!isInserted(db, recorded)) {
      recorded = new Mission(MissionId.random(random), slot, worker, state); // its id was taken
    }
    return recorded;
  }

  private static boolean isInserted(DSLContext db, Mission recorded) {
    int added =
        db.insertInto(MISSIONS).set(row(recorded)).onConflict(MISSIONS.ID).doNothing().execute();
    return added == 1;
  }

  private static MissionsRecord row(Mission mission) {
    MissionsRecord row = new MissionsRecord();
    row.setId(mission.id());
    row.setScheduledMissionId(mission.slot().mission());
    row.setSlotAt(mission.slot().at());
    row.setWorkerId(mission.worker());
    row.setStatus(mission.status());
    switch (mission.state()) {
      case Mission.State.Pending pending -> {}
      case Mission.State.Running running -> row.setStartedAt(running.startedAt());
      case Mission.State.Complete complete -> {
        row.setStartedAt(complete.startedAt());
        row.setFinishedAt(complete.at());
        row.setSummary(complete.summary());
      }
      case Mission.State.Failed failed -> {
        row.setStartedAt(failed.startedAt());
        row.setFinishedAt(failed.at());
        row.setReason(failed.reason());
      }
      case Mission.State.Skipped skipped -> row.setReason(skipped.reason());
    }
    return row;
  }

  private static Condition condition(MissionFilter filter) {
    Condition condition = DSL.noCondition();
    if (filter.mission() != null) {
      condition = condition.and(MISSIONS.SCHEDULED_MISSION_ID.eq(filter.mission()));
    }
    if (filter.status() != null) {
      condition = condition.and(MISSIONS.STATUS.eq(filter.status()));
    }
    return condition;
  }

  /** What a row of missions holds. */
  static Mission mission(Record row) {
    return new Mission(
        row.get(MISSIONS.ID),
        new Slot(row.get(MISSIONS.SCHEDULED_MISSION_ID), row.get(MISSIONS.SLOT_AT)),
        row.get(MISSIONS.WORKER_ID),
        state(row));
  }

  private static Mission.State state(Record row) {
    Instant startedAt = row.get(MISSIONS.STARTED_AT);
    Instant finishedAt = row.get(MISSIONS.FINISHED_AT);
    return switch (row.get(MISSIONS.STATUS)) {
      case PENDING -> new Mission.State.Pending();
      case RUNNING -> new Mission.State.Running(startedAt);
      case COMPLETE -> new Mission.State.Complete(startedAt, finishedAt, row.get(MISSIONS.SUMMARY));
      case FAILED -> new Mission.State.Failed(startedAt, finishedAt, row.get(MISSIONS.REASON));
      case SKIPPED -> new Mission.State.Skipped(row.get(MISSIONS.REASON));
    };
  }
}
