package dev.engine.domain.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.worker.WorkerStatus;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class WorkerCountsTest {

  @Test
  void eachWorkerCountsWhereItStandsAndACompleteOneNowhere() {
    WorkerCounts all =
        Arrays.stream(WorkerStatus.values())
            .map(WorkerCounts::one)
            .reduce(new WorkerCounts(1, 2, 3), WorkerCounts::plus);

    assertThat(all).isEqualTo(new WorkerCounts(2, 3, 4));
    assertThat(WorkerCounts.one(WorkerStatus.COMPLETE)).isEqualTo(WorkerCounts.NONE);
  }
}
