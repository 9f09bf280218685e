package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.services.loop.LoopStatus;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LoopReadinessTest {

  @Test
  void loopsThatGoRoundAreFit() {
    assertThatCode(() -> LoopReadiness.require(List.of(loop("store-files", 0), loop("workers", 0))))
        .doesNotThrowAnyException();
  }

  @Test
  void aLoopThatFailsAndGoesOnIsFit() {
    assertThatCode(() -> LoopReadiness.require(List.of(loop("workers", 7))))
        .doesNotThrowAnyException();
  }

  @Test
  void oneThatFindsTheStoreLostIsNot() {
    assertThatThrownBy(() -> LoopReadiness.require(List.of(loop("store-files", 1))))
        .isInstanceOf(StorageUnavailable.class)
        .hasMessage("the log was deleted");
  }

  @Test
  void oneWhoseThreadIsGoneIsNot() {
    LoopStatus ended = new LoopStatus("workers", 9, 0, 0, Instant.EPOCH, null, true);

    assertThatThrownBy(() -> LoopReadiness.require(List.of(loop("missions", 0), ended)))
        .isInstanceOf(StorageUnavailable.class)
        .hasMessageStartingWith("the loop workers has ended");
  }

  private static LoopStatus loop(String name, int failuresInARow) {
    return new LoopStatus(
        name, 9, failuresInARow, failuresInARow, Instant.EPOCH, "the log was deleted", false);
  }
}
