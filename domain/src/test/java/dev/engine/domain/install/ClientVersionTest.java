package dev.engine.domain.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.error.EngineException.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ClientVersionTest {

  @Test
  void partsAreComparedAsNumbers() {
    ClientVersion older = ClientVersion.of("2.1.99");
    ClientVersion newer = ClientVersion.of("2.1.330");

    assertThat(newer.isAtLeast(older)).isTrue();
    assertThat(newer.isAtLeast(newer)).isTrue();
    assertThat(older.isAtLeast(newer)).isFalse();
    assertThat(ClientVersion.of("2.0.999")).isLessThan(older);
    assertThat(ClientVersion.of("1.9.999")).isLessThan(older);
  }

  @Test
  void whatFollowsTheVersionOnItsLineIsLeftOut() {
    assertThat(ClientVersion.leading("2.1.330 (Claude Code)"))
        .contains(new ClientVersion(2, 1, 330));
    assertThat(ClientVersion.leading("command not found")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "2", "2.1", "2.1.", "2.1.330.4", "v2.1.330", "2.1.-3", "2.1.9999999999"})
  void anythingElseIsRefused(String text) {
    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> ClientVersion.of(text));
    assertThat(ClientVersion.leading(text)).isEmpty();
  }
}
