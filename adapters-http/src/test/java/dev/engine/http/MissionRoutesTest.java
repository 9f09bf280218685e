package dev.engine.http;

import static dev.engine.domain.mission.MissionExamples.NOON;
import static dev.engine.domain.mission.MissionExamples.TIMETABLES;
import static dev.engine.domain.mission.MissionExamples.stored;
import static dev.engine.domain.worker.WorkerExamples.OUTPUTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.mission.Mission;
import dev.engine.domain.mission.Mission.State;
import dev.engine.domain.mission.Recording;
import dev.engine.domain.mission.ScheduledMission;
import dev.engine.domain.mission.Slot;
import dev.engine.http.Client.Answer;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MissionRoutesTest {

  private final House house = House.open();
  private final Api api = new Api(house);
  private final ScheduledMission nightly = stored(house.storage.scheduledMissions(), "nightly");

  @AfterEach
  void closeHouse() {
    api.close();
    house.close();
  }

  @Test
  void aSlotSaysWhatBecameOfIt() {
    Mission failed = recorded(nightly, 0, new State.Failed(NOON, NOON.plusSeconds(2), "No net."));

    Answer shown = api.get("/missions/" + failed.id());

    assertThat(shown.body())
        .isEqualTo(
            """
            {"id":"%s","scheduledMissionId":"%s","slotAt":"2026-01-05T12:00:00Z",\
            "slotCount":1,"trigger":"schedule","decidedAt":"2026-01-05T12:00:00Z",\
            "status":"failed","reason":"No net.","startedAt":"2026-01-05T12:00:00Z",\
            "finishedAt":"2026-01-05T12:00:02Z"}\
            """
                .formatted(failed.id(), nightly.id()));
  }

  @Test
  void eachStatusShowsWhatBelongsToIt() {
    recorded(nightly, 0, new State.Pending());
    recorded(nightly, 1, new State.Running(NOON));
    recorded(nightly, 2, new State.Complete(null, NOON, "Nothing new."));
    recorded(nightly, 3, new State.Skipped("Still going."));

    Answer listed = api.get("/missions");

    assertThat(
            listed
                .body()
                .replaceAll("\"(id|scheduledMissionId)\":\"[0-9a-f]{8}\",", "")
                .replaceAll(
                    "\"slotCount\":1,\"trigger\":\"schedule\",\"decidedAt\":\"[^\"]+\",", ""))
        .isEqualTo(
            """
            {"items":[\
            {"slotAt":"2026-01-05T12:00:03Z","status":"skipped","reason":"Still going."},\
            {"slotAt":"2026-01-05T12:00:02Z","status":"complete",\
            "finishedAt":"2026-01-05T12:00:00Z","summary":"Nothing new."},\
            {"slotAt":"2026-01-05T12:00:01Z","status":"running",\
            "startedAt":"2026-01-05T12:00:00Z"},\
            {"slotAt":"2026-01-05T12:00:00Z","status":"pending"}]}\
            """);
  }

  /** The mission is daily, and its first slot after noon is midnight of the next day. */
  @Test
  void slotsThatWereMissedTogetherAreOneAndNameWhatStandsForThem() {
    Instant late = Instant.parse("2026-01-09T01:00:00Z");
    house.storage.missionRuns().advance(nightly.id(), TIMETABLES, OUTPUTS, late);

    Answer listed = api.get("/missions?scheduled=" + nightly.id());

    List<String> ids = api.items("/missions?scheduled=" + nightly.id(), "id");
    assertThat(listed.body())
        .contains(
            """
            "slotAt":"2026-01-09T00:00:00Z","slotCount":1,"trigger":"schedule",\
            "decidedAt":"2026-01-09T01:00:00Z","lateBySeconds":3600,"status":"pending\
            """,
            """
            "slotAt":"2026-01-08T00:00:00Z","firstSlotAt":"2026-01-06T00:00:00Z","slotCount":3,\
            """,
            "\"mergedInto\":\"%s\"".formatted(ids.getFirst()));
  }

  @Test
  void slotsAreListedTheLatestFirstInPages() {
    String first = recorded(nightly, 0, new State.Pending()).id().value();
    String second = recorded(nightly, 1, new State.Pending()).id().value();
    String third = recorded(nightly, 2, new State.Pending()).id().value();

    assertThat(api.itemsOneByOne("/missions", "id"))
        .isEqualTo(api.items("/missions", "id"))
        .containsExactly(third, second, first);
  }

  @Test
  void listsAreOfAMissionOrAStatus() {
    ScheduledMission hourly = stored(house.storage.scheduledMissions(), "hourly");
    String skipped = recorded(nightly, 0, new State.Skipped("Still going.")).id().value();
    String pending = recorded(hourly, 1, new State.Pending()).id().value();

    assertThat(api.items("/missions?scheduled=" + hourly.id(), "id")).containsExactly(pending);
    assertThat(api.items("/missions?status=skipped", "id")).containsExactly(skipped);
    assertThat(api.items("/missions?status=running", "id")).isEmpty();
  }

  @Test
  void aSlotThatIsNotThereIsNotFound() {
    Answer shown = api.get("/missions/0000beef");

    assertThat(shown.status()).isEqualTo(404);
    assertThat(shown.body()).contains("ENG-1002", "no slot 0000beef");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/missions/nightly",
        "/missions?status=lost",
        "/missions?scheduled=nightly",
        "/missions?after=x"
      })
  void whatNoSlotHasIsRefused(String path) {
    assertThat(api.get(path).status()).isEqualTo(400);
  }

  private Mission recorded(ScheduledMission mission, int seconds, State state) {
    Slot slot = new Slot(mission.id(), NOON.plusSeconds(seconds));
    Recording recording = house.storage.missions().record(slot, null, state, slot.at());
    return ((Recording.Recorded) recording).mission();
  }
}
