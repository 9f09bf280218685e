package dev.engine.domain.mission;

import static dev.engine.domain.mission.MissionExamples.NOON;
import static dev.engine.domain.mission.MissionExamples.TIMETABLES;
import static dev.engine.domain.mission.MissionExamples.plan;
import static dev.engine.domain.mission.MissionExamples.policies;
import static dev.engine.domain.mission.MissionExamples.stored;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Limit;
import dev.engine.domain.Page;
import dev.engine.domain.Storage;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.mission.PolicyAmendment.TimeLimit;
import dev.engine.domain.testing.PagedList;
import dev.engine.domain.testing.ScriptedRandom;
import dev.engine.domain.worker.Primitive;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What {@link ScheduledMissions} promises. */
public interface ScheduledMissionsContract {

  Instant LATER = NOON.plusSeconds(60);
  ScheduledMissionId UNKNOWN = new ScheduledMissionId("0000beef");

  /** An empty store that draws its ids from {@code random}. */
  Storage storage(RandomGenerator random);

  private ScheduledMissions missions() {
    return storage(new ScriptedRandom(1)).scheduledMissions();
  }

  @Test
  default void anAddedMissionIsEnabledAndFoundByIdAndSlug() {
    ScheduledMissions missions = missions();
    MissionPlan plan =
        new MissionPlan(
            new Slug("watch-builds"),
            "Watch the builds",
            "Look at every red build.",
            new Primitive("monitor"),
            Timing.of(Schedule.parse("every 15m"), ZoneId.of("America/New_York")),
            new ConversationId("chief-2026-01-05"));

    Scheduling scheduling = missions.add(plan, TIMETABLES, NOON);

    ScheduledMission added = ((Scheduling.Scheduled) scheduling).mission();
    assertThat(added).isEqualTo(ScheduledMission.added(added.id(), plan, TIMETABLES, NOON));
    assertThat(missions.find(added.id())).contains(added);
    assertThat(missions.find(plan.slug())).contains(added);
  }

  @Test
  default void aTakenSlugIsRefused() {
    ScheduledMissions missions = missions();
    ScheduledMission first = stored(missions, "nightly");

    Scheduling second = missions.add(plan("nightly"), TIMETABLES, LATER);

    assertThat(second).isEqualTo(new Scheduling.SlugTaken(first));
    assertThat(missions.list(Page.FIRST).items()).containsExactly(first);
  }

  @Test
  default void aTakenIdIsDrawnAgain() {
    ScheduledMissions missions = storage(new ScriptedRandom(1, 1, 2)).scheduledMissions();

    ScheduledMission first = stored(missions, "a");
    ScheduledMission second = stored(missions, "b");

    assertThat(first.id()).isEqualTo(new ScheduledMissionId("00000001"));
    assertThat(second.id()).isEqualTo(new ScheduledMissionId("00000002"));
  }

  @Test
  default void listsGoBySlug() {
    ScheduledMissions missions = missions();
    ScheduledMission b = stored(missions, "b");
    ScheduledMission a = stored(missions, "a");

    assertThat(missions.list(Page.FIRST).items()).containsExactly(a, b);
    assertThat(missions.list(Page.first(new Limit(1))).items()).containsExactly(a);
  }

  @Test
  default void disablingAndEnablingTakeEffectOnce() {
    ScheduledMissions missions = missions();
    ScheduledMission added = stored(missions, "nightly");

    Switching disabling = missions.disable(added.id(), LATER);
    Switching again = missions.disable(added.id(), LATER.plusSeconds(1));
    Switching enabling = missions.enable(added.id(), TIMETABLES, LATER.plusSeconds(2));

    ScheduledMission disabled = added.disabledAt(LATER);
    ScheduledMission enabled = disabled.enabledAt(TIMETABLES, LATER.plusSeconds(2));
    assertThat(disabling).isEqualTo(new Switching.SwitchedNow(disabled));
    assertThat(again).isEqualTo(new Switching.SwitchedBefore(disabled));
    assertThat(enabling).isEqualTo(new Switching.SwitchedNow(enabled));
    assertThat(missions.find(added.id())).contains(enabled);
    assertThat(enabled.updatedAt()).isEqualTo(LATER.plusSeconds(2));
  }

  @Test
  default void anUnknownMissionIsSaidToBeUnknown() {
    ScheduledMissions missions = missions();

    assertThat(missions.find(UNKNOWN)).isEmpty();
    assertThat(missions.find(new Slug("nightly"))).isEmpty();
    assertThat(missions.enable(UNKNOWN, TIMETABLES, NOON))
        .isEqualTo(new Switching.NoSuchMission(UNKNOWN));
    assertThat(missions.disable(UNKNOWN, NOON)).isEqualTo(new Switching.NoSuchMission(UNKNOWN));
  }

  @Test
  default void itsPagesAreTheListAndStandWhereTheyStood() {
    ScheduledMissions missions = missions();
    for (String slug : List.of("b", "d", "c-1", "c")) {
      stored(missions, slug);
    }

    PagedList<ScheduledMission> list = page -> missions.list(page);

    list.isTheSameInPagesOfAnyLength();
    list.takesNoOtherCursor();
    list.isNotShiftedBy(() -> stored(missions, "a"));
  }

  @Test
  default void whatAMissionDoesCanBeChanged() {
    ScheduledMissions missions = missions();
    ScheduledMission added = stored(missions, "nightly");
    Amendment all =
        new Amendment(
            "Another name",
            "Do it well.",
            Schedule.parse("@hourly"),
            ZoneId.of("UTC"),
            PolicyAmendment.NONE);

    Amending amending = missions.amend(added.id(), all, TIMETABLES, LATER);

    ScheduledMission amended = added.amended(all, TIMETABLES, LATER);
    assertThat(amending).isEqualTo(new Amending.Amended(amended));
    assertThat(missions.find(added.id())).contains(amended);
    assertThat(amended.plan().schedule()).isEqualTo(Schedule.parse("@hourly"));
    assertThat(amended.updatedAt()).isEqualTo(LATER);
  }

  @Test
  default void aChangeThatSaysNothingNewChangesNothing() {
    ScheduledMissions missions = missions();
    ScheduledMission added = stored(missions, "nightly");
    Amendment same =
        new Amendment(
            added.plan().name(), null, added.plan().schedule(), null, PolicyAmendment.NONE);

    assertThat(missions.amend(added.id(), same, TIMETABLES, LATER))
        .isEqualTo(new Amending.Amended(added));
    assertThat(missions.find(added.id())).contains(added);
  }

  @Test
  default void aRemovedMissionIsGoneWithItsSlotsAndItsSlugIsFree() {
    Storage storage = storage(new ScriptedRandom(1));
    ScheduledMissions missions = storage.scheduledMissions();
    ScheduledMission added = stored(missions, "nightly");
    ScheduledMission other = stored(missions, "hourly");
    Slot slot = new Slot(other.id(), NOON);
    storage.missions().record(new Slot(added.id(), NOON), null, new Mission.State.Pending(), NOON);
    storage.missions().record(slot, null, new Mission.State.Pending(), NOON);

    Removal removal = missions.remove(added.id(), LATER);

    assertThat(removal).isEqualTo(new Removal.Removed(added));
    assertThat(missions.remove(added.id(), LATER)).isEqualTo(new Removal.NoSuchMission(added.id()));
    assertThat(missions.list(Page.FIRST).items()).containsExactly(other);
    assertThat(storage.missions().history(MissionFilter.ALL, Page.FIRST).items())
        .extracting(Mission::slot)
        .containsExactly(slot);
    assertThat(missions.add(plan("nightly"), TIMETABLES, LATER))
        .isInstanceOf(Scheduling.Scheduled.class);
  }

  @Test
  default void anUnknownMissionIsNeitherChangedNorRemoved() {
    ScheduledMissions missions = missions();
    Amendment amendment = new Amendment("Another name", null, null, null, PolicyAmendment.NONE);

    assertThat(missions.amend(UNKNOWN, amendment, TIMETABLES, NOON))
        .isEqualTo(new Amending.NoSuchMission(UNKNOWN));
    assertThat(missions.remove(UNKNOWN, NOON)).isEqualTo(new Removal.NoSuchMission(UNKNOWN));
  }

  @Test
  default void whatBecomesOfLateSlotsIsKeptAndCanBeChanged() {
    ScheduledMissions missions = missions();
    MissionPolicies patient =
        new MissionPolicies(
            MissedRun.ALL, 3, Duration.ofHours(2), Overlap.QUEUE, Duration.ofMinutes(5));
    MissionPlan plan = plan("nightly", "@daily", patient);
    ScheduledMission added =
        ((Scheduling.Scheduled) missions.add(plan, TIMETABLES, NOON)).mission();
    assertThat(missions.find(added.id()).orElseThrow().plan()).isEqualTo(plan);
    Amendment usual =
        policies(
            new PolicyAmendment(
                MissedRun.ONCE, 10, Duration.ofDays(1), Overlap.SKIP, new TimeLimit.Remove()));

    missions.amend(added.id(), usual, TIMETABLES, LATER);

    ScheduledMission amended = missions.find(added.id()).orElseThrow();
    assertThat(amended).isEqualTo(added.amended(usual, TIMETABLES, LATER));
    assertThat(amended.plan().policies()).isEqualTo(MissionPolicies.DEFAULT);
    assertThat(amended.nextSlotAt()).isEqualTo(added.nextSlotAt());
  }

  @Test
  default void changesOfDifferentPoliciesAllHold() {
    ScheduledMissions missions = missions();
    ScheduledMissionId id = stored(missions, "nightly").id();
    TimeLimit kept = new TimeLimit.Keep();
    Duration hour = Duration.ofHours(1);
    Duration minute = Duration.ofMinutes(1);
    List<PolicyAmendment> changes =
        List.of(
            new PolicyAmendment(MissedRun.ALL, null, null, null, kept),
            new PolicyAmendment(null, 3, null, null, kept),
            new PolicyAmendment(null, null, hour, null, kept),
            new PolicyAmendment(null, null, null, Overlap.QUEUE, kept),
            new PolicyAmendment(null, null, null, null, new TimeLimit.Set(minute)));

    changes.forEach(change -> missions.amend(id, policies(change), TIMETABLES, LATER));

    assertThat(missions.find(id).orElseThrow().plan().policies())
        .isEqualTo(new MissionPolicies(MissedRun.ALL, 3, hour, Overlap.QUEUE, minute));
  }

  @Test
  default void whatNeverRunsIsRefused() {
    ScheduledMissions missions = missions();
    ScheduledMission added = stored(missions, "nightly");
    MissionPlan past = plan("past", "once 2026-01-05T13:00", MissionPolicies.DEFAULT);
    Amendment never = new Amendment(null, null, past.schedule(), null, PolicyAmendment.NONE);

    Scheduling adding = missions.add(past, TIMETABLES, NOON);
    Amending amending = missions.amend(added.id(), never, TIMETABLES, NOON);

    assertThat(adding).isEqualTo(new Scheduling.NeverDue(past));
    assertThat(amending).isEqualTo(new Amending.NeverDue(added.plan().amended(never)));
    assertThat(missions.list(Page.FIRST).items()).containsExactly(added);
  }
}
