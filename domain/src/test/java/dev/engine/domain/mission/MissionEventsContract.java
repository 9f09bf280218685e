package dev.engine.domain.mission;

import static dev.engine.domain.mission.MissionExamples.TIMETABLES;
import static dev.engine.domain.mission.MissionExamples.plan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Page;
import dev.engine.domain.Storage;
import dev.engine.domain.journal.EventKind;
import dev.engine.domain.journal.Facts;
import dev.engine.domain.journal.Happening;
import dev.engine.domain.journal.Subject;
import dev.engine.domain.journal.Told;
import dev.engine.domain.testing.ScriptedRandom;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.WorkerExamples;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What {@link ScheduledMissions} and {@link Missions} tell the journal. */
public interface MissionEventsContract {

  Instant AT = Instant.parse("2026-01-05T12:00:00Z");
  Instant LATER = AT.plusSeconds(1);

  /** An empty store that draws its ids from {@code random}. */
  Storage storage(RandomGenerator random);

  private Storage storage() {
    return storage(new ScriptedRandom(1));
  }

  @Test
  default void aScheduleTellsWhenItIsMadeAndSwitched() {
    Storage storage = storage();
    ScheduledMissions missions = storage.scheduledMissions();

    var told =
        Told.by(
            storage,
            () -> missions.add(plan("news"), TIMETABLES, AT),
            () -> missions.add(plan("news"), TIMETABLES, AT));
    ScheduledMissionId id = missions.find(new Slug("news")).orElseThrow().id();

    assertThat(told)
        .containsExactly(
            of(id, "scheduled_mission.added", AT, "{\"slug\":\"news\",\"schedule\":\"@daily\"}"));
    assertThat(
            Told.by(
                storage,
                () -> missions.enable(id, TIMETABLES, LATER),
                () -> missions.disable(id, LATER),
                () -> missions.disable(id, LATER),
                () -> missions.enable(id, TIMETABLES, LATER),
                () -> missions.enable(new ScheduledMissionId("0000beef"), TIMETABLES, LATER)))
        .containsExactly(
            of(id, "scheduled_mission.disabled", LATER, "{\"slug\":\"news\"}"),
            of(id, "scheduled_mission.enabled", LATER, "{\"slug\":\"news\"}"));
  }

  @Test
  default void aSlotIsToldOnce() {
    Storage storage = storage();
    ScheduledMission mission = MissionExamples.stored(storage.scheduledMissions(), "news");
    Worker worker = WorkerExamples.spawned(storage, "Read.", AT);
    Slot slot = new Slot(mission.id(), AT);
    Slot nowhere = new Slot(new ScheduledMissionId("0000beef"), AT);
    Mission.State running = new Mission.State.Running(AT);

    var told =
        Told.by(
            storage,
            () -> storage.missions().record(slot, worker.id(), running, LATER),
            () -> storage.missions().record(slot, worker.id(), running, LATER),
            () -> storage.missions().record(nowhere, null, running, LATER));

    MissionId id =
        storage.missions().history(MissionFilter.ALL, Page.FIRST).items().getFirst().id();
    assertThat(told)
        .containsExactly(
            new Happening(
                LATER,
                new EventKind("mission.recorded"),
                null,
                null,
                new Subject(Subject.Kind.MISSION, id.value()),
                new Facts(
                    ("{\"scheduledMissionId\":\"%s\",\"slotAt\":\"2026-01-05T12:00:00Z\","
                            + "\"status\":\"running\",\"workerId\":\"%s\"}")
                        .formatted(mission.id(), worker.id()))));
  }

  @Test
  default void aScheduleTellsWhenItIsChangedAndRemoved() {
    Storage storage = storage();
    ScheduledMissions missions = storage.scheduledMissions();
    ScheduledMissionId id = MissionExamples.stored(missions, "news").id();
    ScheduledMissionId unknown = new ScheduledMissionId("0000beef");
    Amendment renamed = new Amendment("News", null, null, null, PolicyAmendment.NONE);
    Amendment hourly =
        new Amendment(null, null, Schedule.parse("@hourly"), null, PolicyAmendment.NONE);

    var told =
        Told.by(
            storage,
            () -> missions.amend(id, renamed, TIMETABLES, LATER),
            () -> missions.amend(id, renamed, TIMETABLES, LATER),
            () -> missions.amend(id, hourly, TIMETABLES, LATER),
            () -> missions.amend(unknown, renamed, TIMETABLES, LATER),
            () -> missions.remove(id, LATER),
            () -> missions.remove(id, LATER));

    assertThat(told)
        .containsExactly(
            of(id, "scheduled_mission.amended", LATER, "{\"slug\":\"news\"}"),
            of(
                id,
                "scheduled_mission.amended",
                LATER,
                "{\"slug\":\"news\",\"schedule\":\"@hourly\",\"zone\":\"Europe/Berlin\"}"),
            of(id, "scheduled_mission.removed", LATER, "{\"slug\":\"news\"}"));
  }

  private static Happening of(ScheduledMissionId id, String kind, Instant at, String json) {
    Subject subject = new Subject(Subject.Kind.SCHEDULED_MISSION, id.value());
    return new Happening(at, new EventKind(kind), null, null, subject, new Facts(json));
  }

  @Test
  default void slotsTellWhatBecameOfThem() {
    Storage storage = storage();
    MissionRuns runs = storage.missionRuns();
    MissionPolicies queue =
        new MissionPolicies(MissedRun.ONCE, 10, Duration.ofDays(1), Overlap.QUEUE, null);
    MissionPlan plan = plan("news", "* * * * *", queue);
    ScheduledMissionId id =
        ((Scheduling.Scheduled) storage.scheduledMissions().add(plan, TIMETABLES, AT))
            .mission()
            .id();

    var told =
        Told.by(
            storage,
            () -> runs.advance(id, TIMETABLES, WorkerExamples.OUTPUTS, AT.plusSeconds(180)),
            () -> runs.advance(id, TIMETABLES, WorkerExamples.OUTPUTS, AT.plusSeconds(180)),
            () -> runs.advance(id, TIMETABLES, WorkerExamples.OUTPUTS, AT.plusSeconds(240)),
            () -> runs.runNow(id, WorkerExamples.OUTPUTS, AT.plusSeconds(250)));

    assertThat(told)
        .filteredOn(happening -> happening.kind().equals(MissionEvents.RECORDED))
        .extracting(happening -> named(storage, happening.facts().json()))
        .containsExactly(
            "{\"scheduledMissionId\":\"MISSION\",\"slotAt\":\"2026-01-05T12:03:00Z\","
                + "\"status\":\"pending\",\"workerId\":\"WORKER\"}",
            "{\"scheduledMissionId\":\"MISSION\",\"slotAt\":\"2026-01-05T12:02:00Z\","
                + "\"status\":\"skipped\",\"mergedInto\":\"RUN\","
                + "\"firstSlotAt\":\"2026-01-05T12:01:00Z\",\"slots\":2}",
            "{\"scheduledMissionId\":\"MISSION\",\"slotAt\":\"2026-01-05T12:04:00Z\","
                + "\"status\":\"pending\"}",
            "{\"scheduledMissionId\":\"MISSION\",\"slotAt\":\"2026-01-05T12:04:10.001Z\","
                + "\"status\":\"pending\",\"workerId\":\"WORKER\",\"trigger\":\"person\"}");
  }

  /** With names in the place of ids, which differ from store to store. */
  private static String named(Storage storage, String json) {
    String named = json;
    for (Mission run : storage.missions().history(MissionFilter.ALL, Page.FIRST).items()) {
      named = named.replace("mergedInto\":\"" + run.id(), "mergedInto\":\"RUN");
      named = named.replace("workerId\":\"" + run.worker(), "workerId\":\"WORKER");
      named = named.replace("MissionId\":\"" + run.slot().mission(), "MissionId\":\"MISSION");
    }
    return named;
  }
}
