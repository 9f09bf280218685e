package dev.engine.persistence.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.account.Capabilities;
import dev.engine.domain.error.EngineException.InvalidInput;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CapabilityArrayTest {

  @Test
  void capabilitiesAreAnArrayOfNames() {
    Capabilities capabilities = Capabilities.of(List.of("send", "calendar:write"));

    assertThat(CapabilityArray.of(capabilities)).isEqualTo("[\"calendar:write\",\"send\"]");
    assertThat(CapabilityArray.parse("[\"calendar:write\",\"send\"]")).isEqualTo(capabilities);
    assertThat(CapabilityArray.of(Capabilities.NONE)).isEqualTo("[]");
    assertThat(CapabilityArray.parse("[]")).isEqualTo(Capabilities.NONE);
  }

  @Test
  void blanksBetweenNamesDoNotMatter() {
    assertThat(CapabilityArray.parse(" [ \"send\" ,\n\"read\" ] "))
        .isEqualTo(Capabilities.of(List.of("read", "send")));
    assertThat(CapabilityArray.parse("[ ]")).isEqualTo(Capabilities.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[1]",
        "[\"a\",]",
        "[\"a\" \"b\"]",
        "[[\"a\"]]",
        "[\"A\"]",
        "[\"a\\n\"]"
      })
  void anythingElseIsNotOurs(String json) {
    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> CapabilityArray.parse(json));
  }
}
