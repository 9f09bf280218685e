package dev.engine.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IanaZoneTest {

  @ParameterizedTest
  @ValueSource(strings = {"Europe/Berlin", "America/Argentina/Buenos_Aires", "UTC", "Etc/GMT-1"})
  void aNameOfTheDatabaseIsAZone(String name) {
    assertThat(IanaZone.parse(name)).isEqualTo(ZoneId.of(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "+01:00",
        "UTC+1",
        "GMT+01:00",
        "Z",
        "europe/berlin",
        "Europe/Atlantis",
        " Europe/Berlin"
      })
  void anOffsetAndWhatNamesNoZoneAreRefused(String text) {
    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> IanaZone.parse(text));
  }

  @Test
  void theFailureNamesWhatWasToBeAZone() {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> IanaZone.parse("+01:00"))
        .withMessage("time zone must be an IANA time zone such as Europe/Berlin, got \"+01:00\"");
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> IanaZone.parse("timezone", "Berlin"))
        .withMessage("timezone must be an IANA time zone such as Europe/Berlin, got \"Berlin\"");
  }
}
