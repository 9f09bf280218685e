package dev.engine.domain.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.engine.domain.error.EngineException.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AccessTokenTest {

  @Test
  void itDoesNotShowItself() {
    AccessToken token = new AccessToken("canary-0123456789-canary");

    assertThat(token.toString()).doesNotContain("canary");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "canary-0123456789-can", "canary canary canary canary"})
  void whatIsTooShortOrNoTokenIsRefusedWithoutRepeatingIt(String value) {
    assertThatThrownBy(() -> new AccessToken(value))
        .isInstanceOf(InvalidInput.class)
        .message()
        .doesNotContain("canary");
  }
}
