package dev.engine.services;

import static dev.engine.domain.mission.MissionExamples.NOON;
import static dev.engine.domain.mission.MissionExamples.plan;
import static dev.engine.domain.worker.WorkerExamples.OUTPUTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.Limit;
import dev.engine.domain.Page;
import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.domain.mission.Amendment;
import dev.engine.domain.mission.Mission;
import dev.engine.domain.mission.MissionId;
import dev.engine.domain.mission.MissionPlan;
import dev.engine.domain.mission.MissionPolicies;
import dev.engine.domain.mission.PolicyAmendment;
import dev.engine.domain.mission.Recording;
import dev.engine.domain.mission.Schedule;
import dev.engine.domain.mission.ScheduledMission;
import dev.engine.domain.mission.ScheduledMissionId;
import dev.engine.domain.mission.Slot;
import dev.engine.domain.mission.Trigger;
import dev.engine.domain.testing.InMemoryStorage;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.WorkerFilter;
import dev.engine.services.calendar.SlotCalendar;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MissionBookTest {

  private static final ScheduledMissionId UNKNOWN = new ScheduledMissionId("0000beef");

  private final InMemoryStorage storage = new InMemoryStorage();
  private final MissionBook missions =
      new Engine(storage, InstantSource.fixed(NOON), new SplittableRandom(1)).missions();

  @Test
  void aMissionIsShownByItsSlugAndByItsId() {
    ScheduledMission added = missions.add(plan("nightly"));

    assertThat(missions.show("nightly")).isEqualTo(added);
    assertThat(missions.show(added.id().value())).isEqualTo(added);
  }

  @Test
  void aSlugThatLooksLikeAnIdWins() {
    ScheduledMission first = missions.add(plan("nightly"));
    ScheduledMission second = missions.add(plan(first.id().value()));

    ScheduledMission shown = missions.show(first.id().value());

    assertThat(shown).isEqualTo(second);
  }

  @Test
  void aSlotIsShown() {
    Slot slot = new Slot(missions.add(plan("nightly")).id(), NOON);
    Mission.State pending = new Mission.State.Pending();
    Recording stored = storage.missions().record(slot, null, pending, NOON);
    Mission recorded = ((Recording.Recorded) stored).mission();

    assertThat(missions.slot(recorded.id())).isEqualTo(recorded);
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> missions.slot(new MissionId("0000beef")));
  }

  @Test
  void aTakenSlugIsAConflict() {
    ScheduledMission added = missions.add(plan("nightly"));

    assertThatExceptionOfType(Conflict.class)
        .isThrownBy(() -> missions.add(plan("nightly")))
        .withMessage("slug nightly is taken by mission %s", added.id());
  }

  @Test
  void disablingTwiceIsHarmless() {
    ScheduledMission added = missions.add(plan("nightly"));
    missions.disable(added.id());

    ScheduledMission again = missions.disable(added.id());

    assertThat(again).isEqualTo(added.disabledAt(NOON));
    assertThat(missions.enable(added.id())).isEqualTo(added);
  }

  @Test
  void whatDoesNotExistIsNotFound() {
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> missions.show("nightly"));
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> missions.show("0000beef"));
    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> missions.show("Nightly!"));
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> missions.enable(UNKNOWN));
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> missions.disable(UNKNOWN));
  }

  @Test
  void changesAndRemoves() {
    ScheduledMission added = missions.add(plan("nightly"));
    Amendment renamed = new Amendment("Another name", null, null, null, PolicyAmendment.NONE);

    ScheduledMission amended = missions.amend(added.id(), renamed);

    assertThat(amended).isEqualTo(added.amended(renamed, new SlotCalendar(), NOON));
    assertThat(missions.remove(added.id())).isEqualTo(amended);
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> missions.amend(added.id(), renamed));
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> missions.remove(added.id()));
  }

  @Test
  void anAddedMissionHasItsNextSlot() {
    assertThat(missions.add(plan("nightly")).nextSlotAt())
        .isEqualTo(Instant.parse("2026-01-05T23:00:00Z")); // midnight in Berlin
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0 0 31 2 *", "60 * * * *", "0 0 L * *", "once 2026-01-05T13:00", "0 0 * FOO *"})
  void aScheduleThatNeverComesOrCannotBeReadIsRefused(String schedule) {
    MissionPlan never = plan("never", schedule, MissionPolicies.DEFAULT);
    ScheduledMission added = missions.add(plan("nightly"));
    Amendment amendment =
        new Amendment(null, null, Schedule.parse(schedule), null, PolicyAmendment.NONE);

    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> missions.add(never));
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> missions.amend(added.id(), amendment));
    assertThat(missions.list(Page.FIRST).items()).containsExactly(added);
  }

  @Test
  void aMissionIsRunNow() {
    ScheduledMission added = missions.add(plan("nightly"));

    Mission run = missions.runNow(added.id(), OUTPUTS);

    assertThat(missions.slot(run.id())).isEqualTo(run);
    assertThat(run.occasion().trigger()).isEqualTo(Trigger.PERSON);
    assertThat(storage.workers().list(WorkerFilter.ALL, Page.FIRST).items())
        .extracting(Worker::id)
        .containsExactly(run.worker());
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> missions.runNow(UNKNOWN, OUTPUTS));
  }

  @Test
  void itsNextSlotsAreShownAlsoWhileItIsDisabled() {
    MissionPlan hourly = plan("hourly", "every 1h", MissionPolicies.DEFAULT);
    ScheduledMission added = missions.add(hourly);
    List<Instant> expected = List.of(NOON.plusSeconds(3_600), NOON.plusSeconds(7_200));

    assertThat(missions.preview(added, new Limit(2))).isEqualTo(expected);
    assertThat(missions.preview(missions.disable(added.id()), new Limit(2))).isEqualTo(expected);
    assertThat(missions.preview(hourly.schedule(), hourly.zone(), new Limit(2)))
        .isEqualTo(expected);
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(
            () -> missions.preview(Schedule.parse("60 * * * *"), hourly.zone(), new Limit(2)));
  }
}
