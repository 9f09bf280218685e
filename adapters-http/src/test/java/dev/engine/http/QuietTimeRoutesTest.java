package dev.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.http.Client.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class QuietTimeRoutesTest {

  private static final String ALL = "/quiet-times";

  private final House house = House.open();
  private final Api api = new Api(house);

  @AfterEach
  void closeHouse() {
    house.close();
  }

  @Test
  void aSpellIsBegunAndListed() {
    Answer begun = api.post(ALL + "/spell", "{\"length\":\"2h\"}");

    String spell = "{\"kind\":\"spell\",\"until\":\"2026-01-05T14:00:00Z\"}";
    assertThat(begun.status()).isEqualTo(200);
    assertThat(begun.body()).isEqualTo(spell);
    assertThat(api.get(ALL).body()).isEqualTo("{\"items\":[" + spell + "]}");
  }

  @Test
  void aSpellWithoutALengthLastsUntilItIsEnded() {
    Answer begun = api.post(ALL + "/spell", "{\"conversationId\":\"builder-00000001\"}");
    Answer ended = api.call("DELETE", ALL + "?conversation=builder-00000001", null);

    assertThat(begun.body())
        .isEqualTo("{\"conversationId\":\"builder-00000001\",\"kind\":\"spell\"}");
    assertThat(ended.status()).isEqualTo(204);
    assertThat(api.get(ALL).body()).isEqualTo("{\"items\":[]}");
  }

  @Test
  void hoursAreThoseOfTheConfiguredZone() {
    Answer set = api.post(ALL + "/daily", "{\"hours\":\"22:00-07:00\"}");

    assertThat(set.body())
        .isEqualTo("{\"kind\":\"daily\",\"hours\":\"22:00-07:00\",\"zone\":\"Z\"}");
  }

  @Test
  void theFleetIsEndedByItself() {
    api.post(ALL + "/spell", "{}");
    api.post(ALL + "/spell", "{\"conversationId\":\"builder-00000001\"}");

    api.call("DELETE", ALL, null);

    assertThat(api.get(ALL).body()).contains("builder-00000001").doesNotContain("},{");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"hours\":\"22:00\"}", "{\"hours\":\"22:00-22:00\"}", "{\"hours\":1}"})
  void whatAreNoHoursIsRefused(String json) {
    assertThat(api.post(ALL + "/daily", json).status()).isEqualTo(400);
  }
}
