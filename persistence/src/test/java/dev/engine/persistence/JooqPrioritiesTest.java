package dev.engine.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Page;
import dev.engine.domain.priority.Level;
import dev.engine.domain.priority.Place;
import dev.engine.domain.priority.Pool;
import dev.engine.domain.priority.Priorities;
import dev.engine.domain.priority.PrioritiesContract;
import dev.engine.domain.priority.Priority;
import dev.engine.domain.priority.PriorityFilter;
import dev.engine.domain.priority.PriorityText;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

final class JooqPrioritiesTest implements PrioritiesContract {

  @TempDir private Path folder;

  @RegisterExtension private final StoreOnDisk store = new StoreOnDisk();

  @Override
  public Priorities priorities(RandomGenerator random) {
    return store.empty(random).priorities();
  }

  @Test
  void movesThroughSeveralConnectionsLeaveEachInOnePlace() throws Exception {
    Path file = TestDatabases.file(folder);
    try (SqliteStorage one = open(file, 1);
        SqliteStorage other = open(file, 2)) {
      Priority anchor = add(one.priorities(), "anchor");
      List<Priority> moved =
          IntStream.range(0, 32).mapToObj(i -> add(one.priorities(), "moved " + i)).toList();

      PrioritiesContract.atOnce(
          IntStream.range(0, 32)
              .<Runnable>mapToObj(
                  i ->
                      () ->
                          (i % 2 == 0 ? one : other)
                              .priorities()
                              .move(
                                  moved.get(i).id(),
                                  new Place.Before(anchor.id()),
                                  PrioritiesContract.NOON))
              .toList());

      List<Priority> order =
          other.priorities().list(PriorityFilter.open(Pool.MAIN), Page.FIRST).items();
      assertThat(order).hasSize(33).endsWith(anchor).containsAll(moved);
    }
  }

  private static SqliteStorage open(Path file, long seed) {
    return SqliteStorage.open(file, TestDatabases.BUSY_TIMEOUT, new SplittableRandom(seed));
  }

  private static Priority add(Priorities priorities, String content) {
    return priorities.add(new PriorityText(content), Level.MEDIUM, Pool.MAIN, NOON);
  }
}
