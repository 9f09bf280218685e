package dev.engine.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.error.EngineException.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TextLineTest {

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "abcd", "a\nb", "\u001b[1", "a\0"})
  void aLineIsFilledShortAndHasNoControlCharacters(String value) {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> TextLine.checked("title", value, 3))
        .withMessageStartingWith("title must be one line of 1 to 3 characters");
  }

  @Test
  void whatFitsIsReturnedAsItIs() {
    assertThat(TextLine.checked("title", " é ", 3)).isEqualTo(" é ");
  }
}
