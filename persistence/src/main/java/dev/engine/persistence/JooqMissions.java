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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
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
          Optional<Mission> same = MissionRows.find(db, slot);
          if (same.isPresent()) {
            return new Recording.RecordedBefore(same.get());
          }
          return JooqScheduledMissions.find(db, SCHEDULED_MISSIONS.ID.eq(slot.mission()))
              .<Recording>map(
                  scheduled ->
                      new Recording.Recorded(
                          told(db, scheduled, insert(db, slot, worker, state, at), at)))
              .orElseGet(() -> new Recording.NoSuchMission(slot.mission()));
        });
  }

  @Override
  public Optional<Mission> find(MissionId id) {
    return transactions.read(db -> MissionRows.find(db, MISSIONS.ID.eq(id)));
  }

  @Override
  public Optional<Mission> by(WorkerId worker) {
    return transactions.read(db -> MissionRows.find(db, MISSIONS.WORKER_ID.eq(worker)));
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
                    .fetch(MissionRows::mission),
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
                .fetch(MissionRows::mission));
  }

  /** The latest slot of a scheduled mission that ran to its end, well or not. */
  private static Field<Instant> lastFinished() {
    return DSL.field(
        DSL.select(DSL.max(FINISHED.SLOT_AT))
            .from(FINISHED)
            .where(FINISHED.SCHEDULED_MISSION_ID.eq(SCHEDULED_MISSIONS.ID))
            .and(FINISHED.FINISHED_AT.isNotNull()));
  }

  private Mission told(DSLContext db, ScheduledMission scheduled, Mission recorded, Instant at) {
    journal.add(db, MissionEvents.recorded(recorded, at));
    recorded.outcomeNotice(scheduled.plan()).ifPresent(notice -> notices.add(db, notice, at));
    return recorded;
  }

  private Mission insert(
      DSLContext db, Slot slot, @Nullable WorkerId worker, Mission.State state, Instant at) {
    return MissionRows.insert(db, random, slot, Mission.Occasion.of(slot.at(), at), worker, state);
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
}
