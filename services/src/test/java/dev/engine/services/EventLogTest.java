package dev.engine.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.Limit;
import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.domain.journal.Event;
import dev.engine.domain.journal.EventFilter;
import dev.engine.domain.journal.Pruning;
import dev.engine.domain.priority.Level;
import dev.engine.domain.priority.Pool;
import dev.engine.domain.priority.PriorityText;
import dev.engine.domain.testing.InMemoryStorage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

final class EventLogTest {

  private static final Instant NOW = Instant.parse("2026-04-05T12:00:00Z");

  private static final Duration KEPT_FOR = Duration.ofDays(90);

  private final InMemoryStorage storage = new InMemoryStorage();
  private final EventLog log = new EventLog(storage.journal(), InstantSource.fixed(NOW));

  @Test
  void theLatestStandAtTheFront() {
    add(NOW);
    add(NOW);
    add(NOW);

    assertThat(log.latest(EventFilter.ALL, new Limit(2)))
        .extracting(Event::position)
        .containsExactly(3L, 2L);
    assertThat(log.before(2, EventFilter.ALL, new Limit(2)))
        .extracting(Event::position)
        .containsExactly(1L);
    assertThat(log.after(1, EventFilter.ALL, new Limit(2)))
        .extracting(Event::position)
        .containsExactly(2L, 3L);
    assertThat(log.head()).isEqualTo(3);
  }

  @Test
  void oneIsFoundByItsPositionUntilItIsForgotten() {
    add(NOW.minus(KEPT_FOR).minusMillis(1));
    add(NOW);

    assertThat(log.show(1).position()).isEqualTo(1);
    assertThat(log.show(2).position()).isEqualTo(2);
    log.prune(KEPT_FOR);
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> log.show(1))
        .withMessage("no event 1");
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> log.show(3));
  }

  @Test
  void whatIsTooOldGoesInBatches() {
    for (int i = 0; i < 501; i++) {
      add(NOW.minus(KEPT_FOR).minusMillis(1));
    }
    add(NOW.minus(KEPT_FOR));
    add(NOW);

    assertThat(log.prune(KEPT_FOR)).isEqualTo(new Pruning.MoreLeft(500));
    assertThat(log.prune(KEPT_FOR)).isEqualTo(new Pruning.Finished(1));
    assertThat(log.after(0, EventFilter.ALL, Limit.DEFAULT)).hasSize(2);
    assertThat(log.prune(Duration.ofDays(1))).isEqualTo(new Pruning.Finished(1));
  }

  private void add(Instant at) {
    storage.priorities().add(new PriorityText("call Ada"), Level.LOW, Pool.MAIN, at);
  }
}
