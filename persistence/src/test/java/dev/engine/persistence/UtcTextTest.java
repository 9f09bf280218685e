package dev.engine.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.persistence.convert.UtcText;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UtcTextTest {

  @ParameterizedTest
  @CsvSource({
    "2026-01-05T12:00:00Z,          2026-01-05T12:00:00.000Z",
    "2026-12-31T23:59:59.999Z,      2026-12-31T23:59:59.999Z",
    "2026-01-05T12:00:00.007Z,      2026-01-05T12:00:00.007Z",
    "0099-01-05T12:00:00.007Z,      0099-01-05T12:00:00.007Z",
  })
  void isFixedWidthAndReadsBack(Instant instant, String text) {
    assertThat(UtcText.of(instant)).isEqualTo(text);
    assertThat(UtcText.parse(text)).isEqualTo(instant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2026-01-05T12:00:00Z",
        "2026-01-05 12:00:00.000Z",
        "2026-01-05T12:00:00.000Z ",
        "20x6-01-05T12:00:00.000Z",
        "2026-+1-05T12:00:00.000Z",
        "2026-02-30T12:00:00.000Z",
        "2026-01-05T24:00:00.000Z",
      })
  void whatItDidNotWriteIsNoTime(String text) {
    assertThatThrownBy(() -> UtcText.parse(text))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith("stored time must be")
        .hasMessageEndingWith("got \"%s\"", text);
  }

  @ParameterizedTest
  @CsvSource("2026-01-05T12:00:00.123999Z, 2026-01-05T12:00:00.123Z")
  void cutsWhatIsFinerThanAMillisecond(Instant instant, String text) {
    assertThat(UtcText.of(instant)).isEqualTo(text);
  }
}
