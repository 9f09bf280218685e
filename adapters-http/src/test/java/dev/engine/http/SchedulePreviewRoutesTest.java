package dev.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.http.Client.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SchedulePreviewRoutesTest {

  private static final String PREVIEW = "/scheduled-missions/preview";

  private final House house = House.open();
  private final Api api = new Api(house);

  @AfterEach
  void closeHouse() {
    api.close();
    house.close();
  }

  @Test
  void aSlotTellsWhatTheClockShowsThen() {
    Answer preview =
        api.post(
            PREVIEW,
            """
            {"schedule":"0 9 * * *","timezone":"Europe/Berlin","n":2,\
            "from":"2026-03-28T07:00:00Z"}\
            """);

    assertThat(preview.status()).isEqualTo(200);
    assertThat(preview.body())
        .isEqualTo(
            """
            {"slots":[{"at":"2026-03-28T08:00:00Z","local":"2026-03-28T09:00:00",\
            "offset":"+01:00"},{"at":"2026-03-29T07:00:00Z","local":"2026-03-29T09:00:00",\
            "offset":"+02:00"}]}\
            """);
  }

  @Test
  void withoutATimeTheNextFiveAreTold() {
    Answer preview = api.post(PREVIEW, "{\"schedule\":\"every 1h\",\"timezone\":\"UTC\"}");

    assertThat(preview.body())
        .startsWith(
            "{\"slots\":[{\"at\":\"2026-01-05T13:00:00Z\",\"local\":\"2026-01-05T13:00:00\","
                + "\"offset\":\"+00:00\"}")
        .contains("17:00:00Z")
        .doesNotContain("18:00:00Z");
  }

  @Test
  void nothingIsStored() {
    api.post(PREVIEW, "{\"schedule\":\"@daily\",\"timezone\":\"UTC\"}");

    assertThat(api.items("/scheduled-missions", "slug")).isEmpty();
  }

  @Test
  void aScheduleThatIsPastHasNoSlots() {
    assertThat(
            api.post(PREVIEW, "{\"schedule\":\"once 2025-01-05T09:00\",\"timezone\":\"UTC\"}")
                .body())
        .isEqualTo("{\"slots\":[]}");
  }

  @Test
  void slotsEndWithTheTimesThatAStoreCanHold() {
    String json =
        """
        {"schedule":"@daily","timezone":"UTC","n":9,"from":"9999-12-30T12:00:00Z"}\
        """;

    assertThat(api.post(PREVIEW, json).body())
        .isEqualTo(
            """
            {"slots":[{"at":"9999-12-31T00:00:00Z","local":"9999-12-31T00:00:00",\
            "offset":"+00:00"}]}\
            """);
  }

  @ParameterizedTest
  @CsvSource({
    "60 * * * *, UTC, 1",
    "sometimes, UTC, 1",
    "@daily, Europe/Atlantis, 1",
    "@daily, UTC, 0",
    "@daily, UTC, 1001"
  })
  void whatIsNoScheduleIsRefused(String schedule, String zone, int count) {
    String json =
        "{\"schedule\":\"%s\",\"timezone\":\"%s\",\"n\":%d}".formatted(schedule, zone, count);

    Answer refused = api.post(PREVIEW, json);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("ENG-1001");
  }
}
