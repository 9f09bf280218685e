package dev.engine.http;

import static dev.engine.domain.mission.MissionExamples.stored;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.mission.ScheduledMission;
import dev.engine.http.Client.Answer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ScheduledMissionRoutesTest {

  private static final String ALL = "/scheduled-missions";
  private static final String NIGHTLY =
      """
      {"slug":"nightly","name":"What happened","prompt":"Summarise the day.",\
      "primitive":"research","schedule":"0 7 * * mon-fri","timezone":"Europe/Berlin"}\
      """;

  private final House house = House.open();
  private final Api api = new Api(house);

  @AfterEach
  void closeHouse() {
    api.close();
    house.close();
  }

  @Test
  void aMissionThatIsScheduledCanBeShownBySlugAndId() {
    Answer scheduled = api.post(ALL, NIGHTLY);

    String id = scheduled.body().substring("{'id':'".length(), "{'id':'3fa94c01".length());
    assertThat(scheduled.status()).isEqualTo(201);
    assertThat(Api.location(scheduled)).isEqualTo(ALL + "/nightly");
    assertThat(scheduled.body())
        .isEqualTo(
            """
            {"id":"%s","slug":"nightly","name":"What happened","prompt":"Summarise the day.",\
            "primitive":"research","schedule":"0 7 * * MON-FRI","timezone":"Europe/Berlin",\
            "enabled":true,"createdAt":"2026-01-05T12:00:00Z","updatedAt":"2026-01-05T12:00:00Z",\
            "nextSlotAt":"2026-01-06T06:00:00Z"}\
            """
                .formatted(id));
    assertThat(api.get(ALL + "/" + id).body()).isEqualTo(scheduled.body());
    assertThat(api.get(ALL + "/nightly").body()).isEqualTo(scheduled.body());
  }

  @Test
  void aSlugIsTakenOnce() {
    api.post(ALL, NIGHTLY);

    Answer second = api.post(ALL, NIGHTLY);

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.body()).contains("ENG-1003", "slug nightly is taken");
  }

  @Test
  void missionsAreListedBySlugInPages() {
    stored(house.storage.scheduledMissions(), "nightly");
    stored(house.storage.scheduledMissions(), "hourly");
    stored(house.storage.scheduledMissions(), "weekly");

    assertThat(api.itemsOneByOne(ALL, "slug"))
        .isEqualTo(api.items(ALL, "slug"))
        .containsExactly("hourly", "nightly", "weekly");
  }

  @Test
  void aMissionIsDisabledAndEnabledAgain() {
    stored(house.storage.scheduledMissions(), "nightly");
    house.pass(Duration.ofSeconds(1));

    Answer disabled = api.post(ALL + "/nightly/disable");
    Answer twice = api.post(ALL + "/nightly/disable");
    Answer enabled = api.post(ALL + "/nightly/enable");

    assertThat(disabled.body())
        .contains("\"enabled\":false", "\"updatedAt\":\"2026-01-05T12:00:01Z\"");
    assertThat(twice.body()).isEqualTo(disabled.body());
    assertThat(enabled.body()).contains("\"enabled\":true");
    assertThat(enabled.header("ETag")).isEqualTo(api.get(ALL + "/nightly").header("ETag"));
  }

  @Test
  void aChangeIsOfTheVersionThatWasSeen() {
    ScheduledMission seen = stored(house.storage.scheduledMissions(), "nightly");
    String path = ALL + "/" + seen.id();
    String tag = api.get(path).header("ETag").orElseThrow();
    house.pass(Duration.ofSeconds(1));

    Answer changed = changed(path, "{\"name\":\"Another name\"}", tag);
    Answer outdated = changed(path, "{\"name\":\"A third name\"}", tag);

    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.body())
        .contains(
            "\"name\":\"Another name\"",
            "\"prompt\":\"Summarise the day.\"",
            "\"updatedAt\":\"2026-01-05T12:00:01Z\"");
    assertThat(outdated.status()).isEqualTo(412);
    assertThat(changed(path, "{\"name\":\"A third name\"}", tagOf(changed)).status())
        .isEqualTo(200);
  }

  @Test
  void everyPartOfThePlanButItsSlugAndKindCanBeChanged() {
    stored(house.storage.scheduledMissions(), "nightly");

    Answer changed =
        changed(
            ALL + "/nightly",
            """
            {"name":"Often","prompt":"Look.","schedule":"every 15m","timezone":"UTC"}\
            """,
            tagOf(api.get(ALL + "/nightly")));

    assertThat(changed.body())
        .contains(
            """
            "slug":"nightly","name":"Often","prompt":"Look.","primitive":"research",\
            "schedule":"every 15m","timezone":"UTC"\
            """);
  }

  @Test
  void aMissionIsRemovedOnceAndInTheVersionThatWasSeen() {
    stored(house.storage.scheduledMissions(), "nightly");
    String path = ALL + "/nightly";
    String tag = tagOf(api.get(path));
    house.engine.missions().disable(house.engine.missions().show("nightly").id());

    assertThat(api.call("DELETE", path, null).status()).isEqualTo(428);
    assertThat(api.call("DELETE", path, null, "If-Match: " + tag).status()).isEqualTo(412);
    assertThat(api.call("DELETE", path, null, "If-Match: " + tagOf(api.get(path))).status())
        .isEqualTo(204);
    assertThat(api.get(path).status()).isEqualTo(404);
    assertThat(api.call("DELETE", path, null, "If-Match: *").status()).isEqualTo(404);
  }

  @Test
  void textsAreAsLongAsTheDocumentSays() {
    assertThat(api.post(ALL, NIGHTLY.replace("What happened", "a".repeat(201))).status())
        .isEqualTo(400);
    assertThat(api.post(ALL, NIGHTLY.replace("Summarise", "a".repeat(100_001))).status())
        .isEqualTo(400);
    assertThat(
            api.post(
                    ALL,
                    NIGHTLY
                        .replace("What happened", "a".repeat(200))
                        .replace("Summarise the day.", "a".repeat(100_000)))
                .status())
        .isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /weekly,",
    "PATCH, /weekly, {}",
    "DELETE, /weekly,",
    "POST, /weekly/enable,",
    "POST, /weekly/disable,"
  })
  void aMissionThatIsNotThereIsNotFound(String method, String path, String json) {
    String[] seen = method.equals("POST") || method.equals("GET") ? new String[0] : STAR;

    Answer answer = api.call(method, ALL + path, json, seen);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body()).contains("ENG-1002", "no mission weekly");
  }

  @ParameterizedTest
  @CsvSource({
    "nightly, Nightly",
    "research, Re Search",
    "0 7 * * mon-fri, sometimes",
    "0 7 * * mon-fri, every 0m",
    "Europe/Berlin, Europe/Atlantis",
    "Europe/Berlin, +01:00",
    "slug, slugs",
    "What happened, ' '"
  })
  void aPlanOfAnotherShapeIsRefused(String part, String other) {
    assertThat(api.post(ALL, NIGHTLY.replace(part, other)).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"slug\":\"other\"}",
        "{\"name\":\" \"}",
        "{\"schedule\":\"sometimes\"}",
        "{\"timezone\":1}",
        "{\"enabled\":false}"
      })
  void aChangeOfAnotherShapeIsRefused(String json) {
    stored(house.storage.scheduledMissions(), "nightly");

    assertThat(changed(ALL + "/nightly", json, "*").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/Nightly", "?enabled=true", "?after=x"})
  void whatNoScheduledMissionHasIsRefused(String path) {
    assertThat(api.get(ALL + path).status()).isEqualTo(400);
  }

  private static final String[] STAR = {"If-Match: *"};

  private Answer changed(String path, String json, String tag) {
    return api.call("PATCH", path, json, "If-Match: " + tag);
  }

  private static String tagOf(Answer answer) {
    return answer.header("ETag").orElseThrow();
  }
}
