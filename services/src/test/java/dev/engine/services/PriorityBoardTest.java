package dev.engine.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.Limit;
import dev.engine.domain.Page;
import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.domain.priority.Amendment;
import dev.engine.domain.priority.Level;
import dev.engine.domain.priority.Place;
import dev.engine.domain.priority.Pool;
import dev.engine.domain.priority.PoolSummary;
import dev.engine.domain.priority.Priority;
import dev.engine.domain.priority.PriorityFilter;
import dev.engine.domain.priority.PriorityId;
import dev.engine.domain.priority.PriorityText;
import dev.engine.domain.testing.InMemoryStorage;
import java.time.Instant;
import java.time.InstantSource;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class PriorityBoardTest {

  private static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");
  private static final PriorityId UNKNOWN = new PriorityId("0000beef");

  private final PriorityBoard board =
      new Engine(new InMemoryStorage(), InstantSource.fixed(NOW), new SplittableRandom(1))
          .priorities();

  @Test
  void completesAndReopens() {
    Priority priority = add("answer Ada");

    Priority done = board.complete(priority.id());

    assertThat(done).isEqualTo(priority.done(NOW));
    assertThat(board.complete(priority.id())).isEqualTo(done);
    assertThat(board.pools(Limit.DEFAULT)).containsExactly(new PoolSummary(Pool.MAIN, 0, 1));
    assertThat(board.reopen(priority.id())).isEqualTo(priority);
    assertThat(board.reopen(priority.id())).isEqualTo(priority);
  }

  @Test
  void movesAndAmends() {
    Priority first = add("first");
    Priority second = add("second");

    board.move(second.id(), new Place.First());
    Priority raised = board.amend(first.id(), new Amendment(null, Level.CRITICAL));

    assertThat(raised.level()).isEqualTo(Level.CRITICAL);
    assertThat(board.list(PriorityFilter.open(Pool.MAIN), Page.FIRST).items())
        .containsExactly(second, raised);
  }

  @Test
  void whatIsDoneIsNotMoved() {
    Priority done = board.complete(add("answer Ada").id());

    assertThatExceptionOfType(Conflict.class)
        .isThrownBy(() -> board.move(done.id(), new Place.Last()))
        .withMessage("priority %s is done and has no place: reopen it first", done.id());
  }

  @Test
  void nothingStandsBeforeWhatIsInAnotherPool() {
    Priority priority = add("answer Ada");
    Priority errand = board.add(new PriorityText("stamps"), Level.LOW, new Pool("errands"));

    assertThatExceptionOfType(Conflict.class)
        .isThrownBy(() -> board.move(priority.id(), new Place.Before(errand.id())))
        .withMessage(
            "priority %s is not open in pool main, where %s is", errand.id(), priority.id());
  }

  @Test
  void anUnknownOneIsNotFound() {
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> board.show(UNKNOWN));
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> board.complete(UNKNOWN));
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> board.reopen(UNKNOWN));
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> board.amend(UNKNOWN, new Amendment(null, null)));
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> board.move(UNKNOWN, new Place.First()));
  }

  @Test
  void removes() {
    Priority priority = add("answer Ada");

    assertThat(board.remove(priority.id())).isEqualTo(priority);
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> board.remove(priority.id()));
  }

  private Priority add(String content) {
    return board.add(new PriorityText(content), Level.MEDIUM, Pool.MAIN);
  }
}
