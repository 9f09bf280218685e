package dev.engine.domain.priority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PriorityTest {

  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  private static final Priority OPEN =
      Priority.added(
          new PriorityId("00000001"), new PriorityText("a"), Level.HIGH, Pool.MAIN, NOON);

  @Test
  void theFirstTimeItWasDoneStands() {
    Priority done = OPEN.done(NOON);

    assertThat(done.done(NOON.plusSeconds(1))).isSameAs(done);
    assertThat(done.reopened()).isEqualTo(OPEN);
  }

  @Test
  void anEmptyAmendmentChangesNothing() {
    assertThat(OPEN.amended(new Amendment(null, null))).isEqualTo(OPEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", " main", "main ", "a\nb", "a\u001bb"})
  void aPoolIsNamedByOneLineWithoutBlanksAroundIt(String name) {
    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> new Pool(name));
  }

  @Test
  void aContentIsNeitherBlankNorTooLong() {
    assertThat(new PriorityText("x".repeat(2_000)).value()).hasSize(2_000);
    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> new PriorityText(" \n"));
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> new PriorityText("x".repeat(2_001)))
        .withMessageStartingWith("priority must be a text of 1 to 2,000 characters");
  }

  @Test
  void onlyWhatIsDoneHasAPlaceAmongTheDone() {
    Priority open =
        Priority.added(
            new PriorityId("0000000a"),
            new PriorityText("Ship it"),
            Level.HIGH,
            Pool.MAIN,
            Instant.EPOCH);

    assertThatIllegalArgumentException().isThrownBy(() -> Priorities.DONE_ORDER.placeOf(open));
  }
}
