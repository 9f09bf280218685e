package dev.engine.services;

import static dev.engine.domain.worker.WorkerExamples.NOON;
import static dev.engine.domain.worker.WorkerExamples.claimed;
import static dev.engine.domain.worker.WorkerExamples.failure;
import static dev.engine.domain.worker.WorkerExamples.finished;
import static dev.engine.domain.worker.WorkerExamples.spawned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.engine.domain.Limit;
import dev.engine.domain.attention.AttentionItem;
import dev.engine.domain.attention.AttentionKind;
import dev.engine.domain.testing.InMemoryStorage;
import dev.engine.domain.worker.AttemptEnd;
import dev.engine.domain.worker.WorkerId;
import dev.engine.services.why.Explanation;
import java.time.InstantSource;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Whoever cancels a worker knows of it. Who reads in its words that it was cancelled, does not. */
final class CancelledWorkersTest {

  private final InMemoryStorage storage = new InMemoryStorage();
  private final Engine engine =
      new Engine(storage, InstantSource.fixed(NOON), new SplittableRandom(1));
  private final WorkerId worker = spawned(storage, "Compare.", NOON).id();

  @Test
  void oneThatIsCancelledAtWorkNeedsNobody() {
    claimed(storage, NOON);
    storage.workers().cancel(worker, NOON);

    finished(storage, worker, new AttemptEnd.Cancelled(), NOON);

    assertThat(engine.attention().list(Limit.DEFAULT)).isEmpty();
    assertThat(engine.why().of(worker.value()))
        .extracting(Explanation::headline)
        .containsExactly("was cancelled");
  }

  @Test
  void oneWhoseProgramSaysSoWaitsForThePerson() {
    claimed(storage, NOON);

    finished(storage, worker, failure("cancelled"), NOON);

    assertThat(engine.attention().list(Limit.DEFAULT))
        .extracting(AttentionItem::kind, AttentionItem::subject)
        .containsExactly(tuple(AttentionKind.WORKER_FAILED, worker.value()));
    assertThat(engine.why().of(worker.value()))
        .extracting(Explanation::headline)
        .containsExactly("failed: \"cancelled\"");
  }
}
