package dev.engine.persistence;

import static dev.engine.persistence.db.Tables.MISSIONS;
import static dev.engine.persistence.db.Tables.SCHEDULED_MISSIONS;

import dev.engine.domain.mission.Advancing;
import dev.engine.domain.mission.Agenda;
import dev.engine.domain.mission.Mission;
import dev.engine.domain.mission.MissionEvents;
import dev.engine.domain.mission.MissionId;
import dev.engine.domain.mission.MissionRuns;
import dev.engine.domain.mission.MissionStatus;
import dev.engine.domain.mission.Reckoning;
import dev.engine.domain.mission.ScheduledMission;
import dev.engine.domain.mission.ScheduledMissionId;
import dev.engine.domain.mission.Slot;
import dev.engine.domain.mission.SlotDecision;
import dev.engine.domain.mission.SlotSpan;
import dev.engine.domain.mission.Standing;
import dev.engine.domain.mission.Timetables;
import dev.engine.domain.mission.Wanting;
import dev.engine.domain.worker.WorkerId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** {@link MissionRuns} in SQLite. */
final class JooqMissionRuns implements MissionRuns {

  private static final dev.engine.persistence.db.tables.Missions GOING = MISSIONS.as("going");

  private final JooqTransactions transactions;
  private final WorkerSteps workers;
  private final RandomGenerator random;
  private final JooqJournal journal;

  JooqMissionRuns(
      JooqTransactions transactions,
      WorkerSteps workers,
      RandomGenerator random,
      JooqJournal journal) {
    this.transactions = transactions;
    this.workers = workers;
    this.random = random;
    this.journal = journal;
  }

  @Override
  public Agenda agenda(Instant now) {
    return transactions.read(
        db -> {
          Set<ScheduledMissionId> due = new LinkedHashSet<>(withSlots(db, now));
          due.addAll(withRunsThatCanStart(db));
          return new Agenda(List.copyOf(due), next(db, now));
        });
  }

  @Override
  public List<ScheduledMissionId> unplanned() {
    return transactions.read(
        db ->
            db
                .select(SCHEDULED_MISSIONS.ID)
                .from(SCHEDULED_MISSIONS)
                .where(SCHEDULED_MISSIONS.ENABLED.eq(DSL.inline(1)))
                .and(SCHEDULED_MISSIONS.NEXT_SLOT_AT.isNull())
                .fetch(SCHEDULED_MISSIONS.ID)
                .stream()
                .sorted(Comparator.comparing(ScheduledMissionId::value))
                .toList());
  }

  @Override
  public Advancing advance(
      ScheduledMissionId id, Timetables timetables, Path outputs, Instant now) {
    return transactions.write(
        db ->
            JooqScheduledMissions.find(db, SCHEDULED_MISSIONS.ID.eq(id))
                .map(mission -> new Step(db, mission, outputs, now).moved(timetables))
                .orElseGet(() -> new Advancing.NoSuchMission(id)));
  }

  @Override
  public Wanting runNow(ScheduledMissionId id, Path outputs, Instant at) {
    return transactions.write(
        db ->
            JooqScheduledMissions.find(db, SCHEDULED_MISSIONS.ID.eq(id))
                .<Wanting>map(
                    mission -> new Wanting.Wanted(new Step(db, mission, outputs, at).wanted()))
                .orElseGet(() -> new Wanting.NoSuchMission(id)));
  }

  private static List<ScheduledMissionId> withSlots(DSLContext db, Instant now) {
    return db.select(SCHEDULED_MISSIONS.ID)
        .from(SCHEDULED_MISSIONS)
        .where(SCHEDULED_MISSIONS.ENABLED.eq(DSL.inline(1)))
        .and(SCHEDULED_MISSIONS.NEXT_SLOT_AT.le(now))
        .orderBy(SCHEDULED_MISSIONS.NEXT_SLOT_AT)
        .fetch(SCHEDULED_MISSIONS.ID);
  }

  /** Those of which a run waits, and none goes on: few, so that they need no index to sort by. */
  private static List<ScheduledMissionId> withRunsThatCanStart(DSLContext db) {
    return db
        .select(MISSIONS.SCHEDULED_MISSION_ID)
        .from(MISSIONS)
        .where(MissionRows.IN_LINE)
        .andNotExists(
            DSL.selectOne()
                .from(GOING)
                .where(GOING.SCHEDULED_MISSION_ID.eq(MISSIONS.SCHEDULED_MISSION_ID))
                .and(
                    GOING.STATUS.in(
                        DSL.inline(MissionStatus.PENDING), DSL.inline(MissionStatus.RUNNING)))
                .and(GOING.WORKER_ID.isNotNull()))
        .fetch(MISSIONS.SCHEDULED_MISSION_ID)
        .stream()
        .sorted(Comparator.comparing(ScheduledMissionId::value))
        .toList();
  }

  private static @Nullable Instant next(DSLContext db, Instant now) {
    return db.select(SCHEDULED_MISSIONS.NEXT_SLOT_AT)
        .from(SCHEDULED_MISSIONS)
        .where(SCHEDULED_MISSIONS.ENABLED.eq(DSL.inline(1)))
        .and(SCHEDULED_MISSIONS.NEXT_SLOT_AT.gt(now))
        .orderBy(SCHEDULED_MISSIONS.NEXT_SLOT_AT)
        .limit(1)
        .fetchOne(SCHEDULED_MISSIONS.NEXT_SLOT_AT);
  }

  /** One step of one mission, in a transaction. */
  private final class Step {

    private final DSLContext db;
    private final ScheduledMission mission;
    private final Path outputs;
    private final Instant at;

    Step(DSLContext db, ScheduledMission mission, Path outputs, Instant at) {
      this.db = db;
      this.mission = mission;
      this.outputs = outputs;
      this.at = at;
    }

    Advancing moved(Timetables timetables) {
      if (!mission.enabled()) {
        return new Advancing.NothingDue(mission);
      }
      List<Mission> runs = new ArrayList<>();
      Standing standing = MissionRows.standing(db, mission.id());
      if (standing.canRelease()) { // also where no slot comes any more
        runs.add(released(MissionRows.inLine(db, mission.id()).getFirst()));
        standing = standing.released();
      }
      ScheduledMission moved =
          mission.nextSlotAt() == null
              ? planned(timetables)
              : decided(mission.reckoned(timetables, standing, at), runs);
      return runs.isEmpty() && moved.equals(mission)
          ? new Advancing.NothingDue(mission)
          : new Advancing.Advanced(stored(moved), runs);
    }

    private ScheduledMission decided(Reckoning reckoning, List<Mission> runs) {
      reckoning.decisions().forEach(decision -> runs.add(run(decision)));
      return reckoning.appliedTo(mission);
    }

    Mission wanted() {
      Slot slot = Slot.wanted(mission.id(), at);
      while (MissionRows.find(db, slot).isPresent()) {
        slot = slot.later();
      }
      return recorded(
          slot, Mission.Occasion.wanted(slot.at(), at), worker(), new Mission.State.Pending());
    }

    private ScheduledMission planned(Timetables timetables) {
      ScheduledMission planned = mission.plannedAt(timetables, at);
      if (planned.nextSlotAt() != null) {
        journal.add(db, MissionEvents.planned(planned, at));
      }
      return planned;
    }

    private Mission released(Mission waiting) {
      Mission released = waiting.by(worker());
      MissionRows.update(db, released);
      journal.add(db, MissionEvents.released(released, at));
      return released;
    }

    private Mission run(SlotDecision decision) {
      Slot slot = new Slot(mission.id(), decision.slots().last());
      Mission.Occasion occasion = Mission.Occasion.of(decision.slots(), at);
      return switch (decision) {
        case SlotDecision.Run run ->
            recorded(slot, occasion, worker(), new Mission.State.Pending());
        case SlotDecision.Wait wait -> recorded(slot, occasion, null, new Mission.State.Pending());
        case SlotDecision.Skip skip ->
            before(decision.slots())
                .filter(before -> before.goesOnAs(skip))
                .map(before -> prolonged(before.goingOn(skip.slots())))
                .orElseGet(
                    () -> recorded(slot, occasion, null, new Mission.State.Skipped(skip.reason())));
        case SlotDecision.Merge merge ->
            recorded(slot, occasion, null, new Mission.State.Merged(at(merge.into())));
      };
    }

    /** The one that was decided on last, unless {@code slots} are not the first after it. */
    private Optional<Mission> before(SlotSpan slots) {
      Instant last = mission.lastSlotAt();
      return last == null || !slots.first().equals(mission.nextSlotAt())
          ? Optional.empty()
          : MissionRows.find(db, new Slot(mission.id(), last));
    }

    private Mission prolonged(Mission longer) {
      MissionRows.update(db, longer);
      journal.add(db, MissionEvents.recorded(longer, at));
      return longer;
    }

    /** The slot that was decided on just before. */
    private MissionId at(Instant slot) {
      return MissionRows.find(db, new Slot(mission.id(), slot)).orElseThrow().id();
    }

    private Mission recorded(
        Slot slot, Mission.Occasion occasion, @Nullable WorkerId worker, Mission.State state) {
      Mission recorded = MissionRows.insert(db, random, slot, occasion, worker, state);
      journal.add(db, MissionEvents.recorded(recorded, at));
      return recorded;
    }

    private WorkerId worker() {
      return workers.added(db, mission.plan().order(), outputs, at).id();
    }

    private ScheduledMission stored(ScheduledMission moved) {
      db.update(SCHEDULED_MISSIONS)
          .set(SCHEDULED_MISSIONS.NEXT_SLOT_AT, moved.nextSlotAt())
          .set(SCHEDULED_MISSIONS.LAST_SLOT_AT, moved.lastSlotAt())
          .where(SCHEDULED_MISSIONS.ID.eq(moved.id()))
          .execute();
      return moved;
    }
  }
}
