package dev.engine.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What {@link Changes} promises. */
public interface ChangesContract {

  /** Those of one store, the same at each call. */
  Changes changes();

  /** Changes something in the store. */
  void store();

  @Test
  default void theVersionStaysWhileNothingIsStored() {
    Changes changes = changes();
    long before = changes.version();

    long after = changes.version();

    assertThat(after).isEqualTo(before);
  }

  @Test
  default void theVersionDiffersAfterEachChange() {
    Changes changes = changes();
    long first = changes.version();
    store();
    long second = changes.version();

    store();

    assertThat(changes.version()).isNotEqualTo(second).isNotEqualTo(first);
  }

  @Test
  default void severalThreadsSeeTheSameVersion() throws Exception {
    Changes changes = changes();
    store();
    long version = changes.version();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {

      List<Future<Long>> seen = threads.invokeAll(Collections.nCopies(64, changes::version));

      for (Future<Long> one : seen) {
        assertThat(one.get()).isEqualTo(version);
      }
    }
  }

  @Test
  default void whoeverStoresSeesAnotherVersionHoweverManyAsk() throws Exception {
    Changes changes = changes();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {

      List<Future<Boolean>> seen =
          threads.invokeAll(Collections.nCopies(200, () -> isSeenByWhoStores(changes)));

      for (Future<Boolean> one : seen) {
        assertThat(one.get()).isTrue();
      }
    }
  }

  private boolean isSeenByWhoStores(Changes changes) {
    long before = changes.version();
    store();
    return changes.version() != before;
  }
}
