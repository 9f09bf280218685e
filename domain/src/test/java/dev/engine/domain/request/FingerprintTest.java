package dev.engine.domain.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.error.EngineException.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FingerprintTest {

  private static final byte[] BODY = {1, 2, 3};
  private static final Fingerprint ONE = Fingerprint.of("POST", "/a", BODY);

  @Test
  void theSameRequestHasTheSameFingerprint() {
    assertThat(Fingerprint.of("POST", "/a", BODY.clone())).isEqualTo(ONE);
  }

  @Test
  void methodTargetAndBodyAllCount() {
    assertThat(Fingerprint.of("PUT", "/a", BODY)).isNotEqualTo(ONE);
    assertThat(Fingerprint.of("POST", "/a?b=1", BODY)).isNotEqualTo(ONE);
    assertThat(Fingerprint.of("POST", "/a", new byte[0])).isNotEqualTo(ONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "two words", "ümlaut", "tab\t"})
  void aKeyIsPrintableAscii(String key) {
    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> new RequestKey(key));
  }

  @Test
  void aKeyHasAtMost128Characters() {
    assertThat(new RequestKey("k".repeat(128)).value()).hasSize(128);
    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> new RequestKey("k".repeat(129)));
  }
}
