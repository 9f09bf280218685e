package dev.engine.services;

import static dev.engine.domain.mission.MissionExamples.NOON;
import static dev.engine.domain.mission.MissionExamples.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.domain.mission.Amendment;
import dev.engine.domain.mission.Mission;
import dev.engine.domain.mission.MissionId;
import dev.engine.domain.mission.Recording;
import dev.engine.domain.mission.ScheduledMission;
import dev.engine.domain.mission.ScheduledMissionId;
import dev.engine.domain.mission.Slot;
import dev.engine.domain.testing.InMemoryStorage;
import java.time.InstantSource;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

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
    Amendment renamed = new Amendment("Another name", null, null, null);

    ScheduledMission amended = missions.amend(added.id(), renamed);

    assertThat(amended).isEqualTo(added.amended(renamed, NOON));
    assertThat(missions.remove(added.id())).isEqualTo(amended);
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> missions.amend(added.id(), renamed));
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> missions.remove(added.id()));
  }
}
