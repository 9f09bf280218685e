package dev.engine.persistence;

import static dev.engine.persistence.db.Tables.SCHEDULED_MISSIONS;

import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.mission.Amending;
import dev.engine.domain.mission.Amendment;
import dev.engine.domain.mission.Mission;
import dev.engine.domain.mission.MissionEvents;
import dev.engine.domain.mission.MissionPlan;
import dev.engine.domain.mission.MissionPolicies;
import dev.engine.domain.mission.MissionRuns;
import dev.engine.domain.mission.Removal;
import dev.engine.domain.mission.ScheduledMission;
import dev.engine.domain.mission.ScheduledMissionId;
import dev.engine.domain.mission.ScheduledMissions;
import dev.engine.domain.mission.Scheduling;
import dev.engine.domain.mission.Slug;
import dev.engine.domain.mission.Switching;
import dev.engine.domain.mission.Timetables;
import dev.engine.domain.mission.Timing;
import dev.engine.persistence.db.tables.records.ScheduledMissionsRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** {@link ScheduledMissions} in SQLite. */
final class JooqScheduledMissions implements ScheduledMissions {

  /** How the two standings of a mission are written. */
  private static final int ENABLED = 1;

  private static final int DISABLED = 0;

  private final JooqTransactions transactions;
  private final RandomGenerator random;
  private final JooqJournal journal;

  JooqScheduledMissions(
      JooqTransactions transactions, RandomGenerator random, JooqJournal journal) {
    this.transactions = transactions;
    this.random = random;
    this.journal = journal;
  }

  @Override
  public Scheduling add(MissionPlan plan, Timetables timetables, Instant at) {
    return transactions.write(
        db ->
            find(db, SCHEDULED_MISSIONS.SLUG.eq(plan.slug()))
                .<Scheduling>map(Scheduling.SlugTaken::new)
                .orElseGet(() -> insert(db, plan, timetables, at)));
  }

  @Override
  public Optional<ScheduledMission> find(ScheduledMissionId id) {
    return transactions.read(db -> find(db, SCHEDULED_MISSIONS.ID.eq(id)));
  }

  @Override
  public Optional<ScheduledMission> find(Slug slug) {
    return transactions.read(db -> find(db, SCHEDULED_MISSIONS.SLUG.eq(slug)));
  }

  @Override
  public Listed<ScheduledMission> list(Page page) {
    Condition fromHere =
        ORDER.start(page).map(SCHEDULED_MISSIONS.SLUG::gt).orElseGet(DSL::noCondition);
    return transactions.read(
        db ->
            ORDER.listed(
                db.selectFrom(SCHEDULED_MISSIONS)
                    .where(fromHere)
                    .orderBy(SCHEDULED_MISSIONS.SLUG)
                    .limit(page.rowsToFind())
                    .fetch(JooqScheduledMissions::mission),
                page));
  }

  @Override
  public Switching enable(ScheduledMissionId id, Timetables timetables, Instant at) {
    return switched(id, (db, stored) -> stored.enabledAt(timetables, at));
  }

  @Override
  public Switching disable(ScheduledMissionId id, Instant at) {
    return switched(
        id,
        (db, stored) -> {
          passOverWaiting(db, id, at);
          return stored.disabledAt(at);
        });
  }

  @Override
  public Amending amend(
      ScheduledMissionId id, Amendment amendment, Timetables timetables, Instant at) {
    return transactions.write(
        db ->
            find(db, SCHEDULED_MISSIONS.ID.eq(id))
                .map(stored -> changed(db, stored, stored.amended(amendment, timetables, at)))
                .orElseGet(() -> new Amending.NoSuchMission(id)));
  }

  @Override
  public Removal remove(ScheduledMissionId id, Instant at) {
    return transactions.write(
        db ->
            find(db, SCHEDULED_MISSIONS.ID.eq(id))
                .<Removal>map(stored -> new Removal.Removed(removed(db, stored, at)))
                .orElseGet(() -> new Removal.NoSuchMission(id)));
  }

  private Switching switched(
      ScheduledMissionId id, BiFunction<DSLContext, ScheduledMission, ScheduledMission> change) {
    return transactions.write(
        db ->
            find(db, SCHEDULED_MISSIONS.ID.eq(id))
                .<Switching>map(stored -> switched(db, stored, change.apply(db, stored)))
                .orElseGet(() -> new Switching.NoSuchMission(id)));
  }

  private Switching switched(DSLContext db, ScheduledMission before, ScheduledMission after) {
    if (after.enabled() == before.enabled()) {
      return new Switching.SwitchedBefore(before);
    }
    db.update(SCHEDULED_MISSIONS)
        .set(SCHEDULED_MISSIONS.ENABLED, after.enabled() ? ENABLED : DISABLED)
        .set(SCHEDULED_MISSIONS.NEXT_SLOT_AT, after.nextSlotAt())
        .set(SCHEDULED_MISSIONS.UPDATED_AT, after.updatedAt())
        .where(SCHEDULED_MISSIONS.ID.eq(after.id()))
        .execute();
    journal.add(db, MissionEvents.switched(after));
    return new Switching.SwitchedNow(after);
  }

  private void passOverWaiting(DSLContext db, ScheduledMissionId id, Instant at) {
    for (Mission waiting : MissionRows.inLine(db, id)) {
      Mission skipped = waiting.skipped(MissionRuns.DISABLED);
      MissionRows.update(db, skipped);
      journal.add(db, MissionEvents.recorded(skipped, at));
    }
  }

  private Amending changed(DSLContext db, ScheduledMission before, ScheduledMission after) {
    if (!after.isDueUnlike(before)) {
      return new Amending.NeverDue(after.plan());
    }
    db.update(SCHEDULED_MISSIONS)
        .set(SCHEDULED_MISSIONS.NAME, after.plan().name())
        .set(SCHEDULED_MISSIONS.PROMPT, after.plan().prompt())
        .set(SCHEDULED_MISSIONS.SCHEDULE, after.plan().schedule())
        .set(SCHEDULED_MISSIONS.TIMEZONE, after.plan().zone())
        .set(SCHEDULED_MISSIONS.NEXT_SLOT_AT, after.nextSlotAt())
        .set(SCHEDULED_MISSIONS.UPDATED_AT, after.updatedAt())
        .set(policies(after.plan().policies()))
        .where(SCHEDULED_MISSIONS.ID.eq(after.id()))
        .execute();
    journal.add(db, MissionEvents.amended(before, after));
    return new Amending.Amended(after);
  }

  private ScheduledMission removed(DSLContext db, ScheduledMission stored, Instant at) {
    db.deleteFrom(SCHEDULED_MISSIONS).where(SCHEDULED_MISSIONS.ID.eq(stored.id())).execute();
    journal.add(db, MissionEvents.removed(stored, at));
    return stored;
  }

  /** The first that {@code which} is true of. */
  static Optional<ScheduledMission> find(DSLContext db, Condition which) {
    return db.selectFrom(SCHEDULED_MISSIONS)
        .where(which)
        .fetchOptional(JooqScheduledMissions::mission);
  }

  private Scheduling insert(DSLContext db, MissionPlan plan, Timetables timetables, Instant at) {
    ScheduledMission added;
    do {
      added = ScheduledMission.added(ScheduledMissionId.random(random), plan, timetables, at);
      if (added.nextSlotAt() == null) {
        return new Scheduling.NeverDue(plan);
      }
    } while (!isInserted(db, added)); // an id may be taken
    journal.add(db, MissionEvents.scheduled(added));
    return new Scheduling.Scheduled(added);
  }

  private static boolean isInserted(DSLContext db, ScheduledMission added) {
    MissionPlan plan = added.plan();
    int rows =
        db.insertInto(SCHEDULED_MISSIONS)
            .set(SCHEDULED_MISSIONS.ID, added.id())
            .set(SCHEDULED_MISSIONS.SLUG, plan.slug())
            .set(SCHEDULED_MISSIONS.NAME, plan.name())
            .set(SCHEDULED_MISSIONS.PROMPT, plan.prompt())
            .set(SCHEDULED_MISSIONS.PRIMITIVE, plan.primitive())
            .set(SCHEDULED_MISSIONS.SCHEDULE, plan.schedule())
            .set(SCHEDULED_MISSIONS.TIMEZONE, plan.zone())
            .set(SCHEDULED_MISSIONS.CONVERSATION_ID, plan.owner())
            .set(SCHEDULED_MISSIONS.ENABLED, ENABLED)
            .set(SCHEDULED_MISSIONS.CREATED_AT, added.createdAt())
            .set(SCHEDULED_MISSIONS.UPDATED_AT, added.updatedAt())
            .set(SCHEDULED_MISSIONS.NEXT_SLOT_AT, added.nextSlotAt())
            .set(policies(plan.policies()))
            .onConflict(SCHEDULED_MISSIONS.ID)
            .doNothing()
            .execute();
    return rows == 1;
  }

  /** The columns that say what becomes of slots that cannot run just when they are due. */
  private static ScheduledMissionsRecord policies(MissionPolicies policies) {
    ScheduledMissionsRecord row = new ScheduledMissionsRecord();
    row.setMissedRun(policies.missedRun());
    row.setMaxCatchUp(policies.maxCatchUp());
    row.setMaxLatenessSeconds(Math.toIntExact(policies.maxLateness().toSeconds()));
    row.setOverlap(policies.overlap());
    Duration timeout = policies.timeout();
    row.setTimeoutSeconds(timeout == null ? null : Math.toIntExact(timeout.toSeconds()));
    return row;
  }

  private static Timing timing(Record row) {
    Integer timeout = row.get(SCHEDULED_MISSIONS.TIMEOUT_SECONDS);
    MissionPolicies policies =
        new MissionPolicies(
            row.get(SCHEDULED_MISSIONS.MISSED_RUN),
            row.get(SCHEDULED_MISSIONS.MAX_CATCH_UP),
            Duration.ofSeconds(row.get(SCHEDULED_MISSIONS.MAX_LATENESS_SECONDS)),
            row.get(SCHEDULED_MISSIONS.OVERLAP),
            timeout == null ? null : Duration.ofSeconds(timeout));
    return new Timing(
        row.get(SCHEDULED_MISSIONS.SCHEDULE), row.get(SCHEDULED_MISSIONS.TIMEZONE), policies);
  }

  /** What a row of the table says. */
  static ScheduledMission mission(Record row) {
    MissionPlan plan =
        new MissionPlan(
            row.get(SCHEDULED_MISSIONS.SLUG),
            row.get(SCHEDULED_MISSIONS.NAME),
            row.get(SCHEDULED_MISSIONS.PROMPT),
            row.get(SCHEDULED_MISSIONS.PRIMITIVE),
            timing(row),
            row.get(SCHEDULED_MISSIONS.CONVERSATION_ID));
    return new ScheduledMission(
        row.get(SCHEDULED_MISSIONS.ID),
        plan,
        row.get(SCHEDULED_MISSIONS.ENABLED) == ENABLED,
        row.get(SCHEDULED_MISSIONS.CREATED_AT),
        row.get(SCHEDULED_MISSIONS.UPDATED_AT),
        row.get(SCHEDULED_MISSIONS.NEXT_SLOT_AT),
        row.get(SCHEDULED_MISSIONS.LAST_SLOT_AT));
  }
}
