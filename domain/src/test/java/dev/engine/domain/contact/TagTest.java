package dev.engine.domain.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.error.EngineException.InvalidInput;
import org.junit.jupiter.api.Test;

final class TagTest {

  @Test
  void aLabelOfAnotherProgramBecomesTheNearestTag() {
    assertThat(Tag.like(" Work & friends! ")).contains(new Tag("work-friends"));
    assertThat(Tag.like("-as_is-")).contains(new Tag("-as_is-"));
    assertThat(Tag.like("Семья")).isEmpty();
    assertThat(Tag.like("")).isEmpty();
    assertThat(Tag.like("a".repeat(65))).isEmpty();
  }

  @Test
  void capitalsAndBlanksAreNoTag() {
    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> new Tag("VIP"));
    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> new Tag("a b"));
  }
}
