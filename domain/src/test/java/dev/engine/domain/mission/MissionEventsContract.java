package dev.engine.domain.mission;

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
            storage, () -> missions.add(plan("news"), AT), () -> missions.add(plan("news"), AT));
    ScheduledMissionId id = missions.find(new Slug("news")).orElseThrow().id();

    assertThat(told)
        .containsExactly(
            of(id, "scheduled_mission.added", AT, "{\"slug\":\"news\",\"schedule\":\"@daily\"}"));
    assertThat(
            Told.by(
                storage,
                () -> missions.enable(id, LATER),
                () -> missions.disable(id, LATER),
                () -> missions.disable(id, LATER),
                () -> missions.enable(id, LATER),
                () -> missions.enable(new ScheduledMissionId("0000beef"), LATER)))
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
    Amendment renamed = new Amendment("News", null, null, null);
    Amendment hourly = new Amendment(null, null, Schedule.parse("@hourly"), null);

    var told =
        Told.by(
            storage,
            () -> missions.amend(id, renamed, LATER),
            () -> missions.amend(id, renamed, LATER),
            () -> missions.amend(id, hourly, LATER),
            () -> missions.amend(unknown, renamed, LATER),
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
}
