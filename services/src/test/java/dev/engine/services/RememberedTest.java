package dev.engine.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class RememberedTest {

  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
  private final Remembered<Integer> answers =
      new Remembered<>(asked::incrementAndGet, Duration.ofSeconds(10), now::get);

  @Test
  void anAnswerLasts() {
    assertThat(answers.get()).isEqualTo(1);
    now.set(NOON.plusMillis(9_999));
    assertThat(answers.get()).isEqualTo(1);
  }

  @Test
  void anOldAnswerIsAskedForAnew() {
    answers.get();
    now.set(NOON.plusSeconds(10));
    assertThat(answers.get()).isEqualTo(2);
    now.set(NOON.plusSeconds(19));
    assertThat(answers.get()).isEqualTo(2);
  }

  @Test
  void aClockThatIsSetBackMakesNoAnswerLastLonger() {
    answers.get();
    now.set(NOON.minus(Duration.ofDays(1)));
    assertThat(answers.get()).isEqualTo(2);
  }

  @Test
  void aFailureIsNotKept() {
    Remembered<Integer> failsOnce =
        new Remembered<>(
            () -> {
              if (asked.incrementAndGet() == 1) {
                throw new StorageUnavailable("busy");
              }
              return asked.get();
            },
            Duration.ofSeconds(10),
            now::get);

    assertThatThrownBy(failsOnce::get).isInstanceOf(StorageUnavailable.class);
    assertThat(failsOnce.get()).isEqualTo(2);
  }
}
