package dev.engine.domain.mission;

import static dev.engine.domain.mission.MissionExamples.NOON;
import static dev.engine.domain.mission.MissionExamples.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.engine.domain.Limit;
import dev.engine.domain.Page;
import dev.engine.domain.Storage;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.mission.Mission.State;
import dev.engine.domain.notification.Notice;
import dev.engine.domain.notification.Notification;
import dev.engine.domain.notification.NotificationFilter;
import dev.engine.domain.testing.PagedList;
import dev.engine.domain.testing.ScriptedRandom;
import dev.engine.domain.worker.WorkerExamples;
import dev.engine.domain.worker.WorkerId;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What {@link Missions} promises. */
public interface MissionsContract {

  Instant END = NOON.plusSeconds(60);

  /** An empty store that draws its ids from {@code random}. */
  Storage storage(RandomGenerator random);

  private Storage storage() {
    return storage(new ScriptedRandom(1));
  }

  @Test
  default void theOwnerIsToldOfEachSlotThatEnds() {
    Storage storage = storage();
    ConversationId owner = new ConversationId("chief-2026-01-05");
    MissionPlan plan = MissionExamples.plan("nightly", owner);
    ScheduledMissionId scheduled =
        ((Scheduling.Scheduled)
                storage.scheduledMissions().add(plan, MissionExamples.TIMETABLES, NOON))
            .mission()
            .id();
    List<State> states =
        List.of(
            new State.Running(NOON),
            new State.Skipped("The previous run was still going."),
            new State.Complete(NOON, END, "Three builds were red."),
            new State.Failed(NOON, END, "It ran out of time."));

    for (State state : states) {
      Slot slot = new Slot(scheduled, NOON.plusSeconds(states.indexOf(state)));
      storage.missions().record(slot, null, state, NOON.plusSeconds(states.indexOf(state)));
    }

    assertThat(storage.notifications().list(NotificationFilter.ALL, Page.FIRST).items())
        .extracting(Notification::notice)
        .extracting(Notice::conversation, Notice::title, Notice::body)
        .containsExactly(
            tuple(owner, "mission nightly of 2026-01-05T12:00:03Z failed", "It ran out of time."),
            tuple(
                owner,
                "mission nightly of 2026-01-05T12:00:02Z is complete",
                "Three builds were red."));
  }

  @Test
  default void aRecordedSlotComesBackInWhateverStateItIs() {
    Storage storage = storage();
    ScheduledMissionId scheduled = stored(storage.scheduledMissions(), "nightly").id();
    WorkerId worker = WorkerExamples.spawned(storage, "a", NOON).id();
    List<State> states =
        List.of(
            new State.Pending(),
            new State.Running(NOON),
            new State.Complete(NOON, END, "Three builds were red."),
            new State.Complete(null, END, null),
            new State.Failed(NOON, END, "It ran out of time."),
            new State.Failed(null, END, null),
            new State.Skipped("The previous run was still going."));

    for (State state : states) {
      Slot slot = new Slot(scheduled, NOON.plusSeconds(states.indexOf(state)));
      Recording recording = storage.missions().record(slot, worker, state, NOON);

      Mission recorded = ((Recording.Recorded) recording).mission();
      Mission.Occasion occasion = Mission.Occasion.of(slot.at(), NOON);
      assertThat(recorded).isEqualTo(new Mission(recorded.id(), slot, occasion, worker, state));
      assertThat(storage.missions().find(recorded.id())).contains(recorded);
    }
  }

  @Test
  default void aSlotIsRecordedOnce() {
    Storage storage = storage();
    Slot slot = new Slot(stored(storage.scheduledMissions(), "nightly").id(), NOON);
    Mission first = recorded(storage, slot, new State.Pending());

    Recording second = storage.missions().record(slot, null, new State.Skipped("Too late."), NOON);

    assertThat(second).isEqualTo(new Recording.RecordedBefore(first));
    assertThat(storage.missions().history(MissionFilter.ALL, Page.FIRST).items())
        .containsExactly(first);
  }

  @Test
  default void aSlotOfAnUnknownMissionIsNotRecorded() {
    Storage storage = storage();
    ScheduledMissionId unknown = new ScheduledMissionId("0000beef");

    Recording recording =
        storage.missions().record(new Slot(unknown, NOON), null, new State.Pending(), NOON);

    assertThat(recording).isEqualTo(new Recording.NoSuchMission(unknown));
    assertThat(storage.missions().history(MissionFilter.ALL, Page.FIRST).items()).isEmpty();
    assertThat(storage.missions().find(new MissionId("0000beef"))).isEmpty();
  }

  @Test
  default void aSlotOfAnUnknownWorkerIsRefused() {
    Storage storage = storage();
    Slot slot = new Slot(stored(storage.scheduledMissions(), "nightly").id(), NOON);
    WorkerId unknown = new WorkerId("0000beef");

    assertThatExceptionOfType(Conflict.class)
        .isThrownBy(() -> storage.missions().record(slot, unknown, new State.Pending(), NOON));
  }

  @Test
  default void aTakenIdIsDrawnAgain() {
    Storage storage = storage(new ScriptedRandom(9, 1, 1, 2));
    ScheduledMissionId scheduled = stored(storage.scheduledMissions(), "nightly").id();

    Mission first = recorded(storage, new Slot(scheduled, NOON), new State.Pending());
    Mission second = recorded(storage, new Slot(scheduled, END), new State.Pending());

    assertThat(first.id()).isEqualTo(new MissionId("00000001"));
    assertThat(second.id()).isEqualTo(new MissionId("00000002"));
  }

  @Test
  default void historiesGiveTheLatestSlotFirstAndOnlyWhatIsAskedFor() {
    Storage storage = storage();
    ScheduledMissionId nightly = stored(storage.scheduledMissions(), "nightly").id();
    ScheduledMissionId hourly = stored(storage.scheduledMissions(), "hourly").id();
    Mission older = recorded(storage, new Slot(nightly, NOON), new State.Pending());
    Mission newer = recorded(storage, new Slot(nightly, END), new State.Skipped("Too late."));
    Mission other = recorded(storage, new Slot(hourly, NOON.plusSeconds(1)), new State.Pending());
    Missions missions = storage.missions();

    assertThat(missions.history(MissionFilter.ALL, Page.FIRST).items())
        .containsExactly(newer, other, older);
    assertThat(missions.history(MissionFilter.ALL, Page.first(new Limit(1))).items())
        .containsExactly(newer);
    assertThat(missions.history(MissionFilter.of(nightly), Page.FIRST).items())
        .containsExactly(newer, older);
    assertThat(missions.history(new MissionFilter(null, MissionStatus.PENDING), Page.FIRST).items())
        .containsExactly(other, older);
  }

  @Test
  default void aMissionFailsUntilALaterSlotEndsWellOrItIsDisabled() {
    Storage storage = storage();
    ScheduledMissionId broken = stored(storage.scheduledMissions(), "broken").id();
    ScheduledMissionId mended = stored(storage.scheduledMissions(), "mended").id();
    ScheduledMissionId off = stored(storage.scheduledMissions(), "off").id();
    State failed = new State.Failed(null, END, "No network.");
    recorded(storage, new Slot(broken, NOON), failed);
    Mission failing = recorded(storage, new Slot(broken, END), failed);
    recorded(storage, new Slot(broken, END.plusSeconds(1)), new State.Pending());
    recorded(storage, new Slot(mended, NOON), failed);
    recorded(storage, new Slot(mended, END), new State.Complete(NOON, END, null));
    recorded(storage, new Slot(off, NOON), failed);
    storage.scheduledMissions().disable(off, END);

    assertThat(storage.missions().failing(Limit.DEFAULT)).containsExactly(failing);
  }

  @Test
  default void itsPagesAreTheListAndStandWhereTheyStood() {
    Storage storage = storage();
    for (String slug : List.of("nightly", "hourly", "weekly")) {
      ScheduledMissionId scheduled = stored(storage.scheduledMissions(), slug).id();
      recorded(storage, new Slot(scheduled, NOON), new State.Pending());
      recorded(storage, new Slot(scheduled, END), new State.Pending());
    }
    ScheduledMissionId late = stored(storage.scheduledMissions(), "late").id();

    PagedList<Mission> list = page -> storage.missions().history(MissionFilter.ALL, page);

    list.isTheSameInPagesOfAnyLength();
    list.takesNoOtherCursor();
    list.isNotShiftedBy(
        () -> recorded(storage, new Slot(late, END.plusSeconds(1)), new State.Pending()));
  }

  private static Mission recorded(Storage storage, Slot slot, State state) {
    return ((Recording.Recorded) storage.missions().record(slot, null, state, NOON)).mission();
  }
}
