package dev.engine.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.error.EngineException.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TextLengthTest {

  @Test
  void aTextOfALengthWithinBoundsIsGivenBack() {
    assertThat(TextLength.checked("name", "a", 1, 3)).isEqualTo("a");
    assertThat(TextLength.checked("name", "abc", 1, 3)).isEqualTo("abc");
    assertThat(TextLength.checked("notes", "", 0, 3)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n", "abcd"})
  void anyOtherIsRefusedWithoutBeingRepeated(String text) {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> TextLength.checked("name", text, 1, 3))
        .withMessage(
            "name must be a text of 1 to 3 characters, got \"a text of %d characters\"",
            text.strip().length());
  }

  @Test
  void aHeadlineIsTheFirstLineThatSaysSomething() {
    assertThat(TextLength.headline("\n\n  Deploy now?\nIt is late.", 80)).isEqualTo("Deploy now?");
    assertThat(TextLength.headline(" ", 80)).isEmpty();
  }

  @Test
  void aLongHeadlineIsCutBetweenCharacters() {
    assertThat(TextLength.headline("abcde", 5)).isEqualTo("abcde");
    assertThat(TextLength.headline("abcdef", 5)).isEqualTo("abcd…");
    assertThat(TextLength.headline("abc😀ef", 5)).isEqualTo("abc…");
  }
}
