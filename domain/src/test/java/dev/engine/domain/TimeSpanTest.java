package dev.engine.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TimeSpanTest {

  @ParameterizedTest
  @CsvSource({
    "1s, PT1S, 1s",
    "61s, PT61S, 61s",
    "90m, PT90M, 90m",
    "120M, PT2H, 2h",
    "24h, PT24H, 1d",
    "366d, P366D, 366d"
  })
  void aTextIsReadAndWrittenInItsLargestUnit(String given, Duration length, String normal) {
    TimeSpan span = TimeSpan.parse(given);

    assertThat(span).isEqualTo(new TimeSpan(length)).hasToString(normal);
    assertThat(TimeSpan.parse(normal)).isEqualTo(span);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "h", "0s", "-1h", "1h30m", "367d", "1w", "9999999999s"})
  void anythingElseIsRefused(String text) {
    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> TimeSpan.parse(text));
  }

  @Test
  void partsOfASecondAreRefused() {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> new TimeSpan(Duration.ofMillis(1500)))
        .withMessage(
            "time span must be a number and one of s, m, h, d, from 1s to 366d, got \"PT1.5S\"");
  }
}
