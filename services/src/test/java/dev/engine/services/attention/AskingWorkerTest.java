package dev.engine.services.attention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Limit;
import dev.engine.domain.Page;
import dev.engine.domain.TimeSpan;
import dev.engine.domain.attention.AttentionItem;
import dev.engine.domain.ping.Answer;
import dev.engine.domain.ping.Ping;
import dev.engine.domain.testing.InMemoryStorage;
import dev.engine.domain.worker.Asking;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.WorkerExamples;
import dev.engine.domain.worker.WorkerFilter;
import dev.engine.domain.worker.WorkerId;
import dev.engine.services.HomeState;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A worker that waits for an answer waits for the person until it has one. */
final class AskingWorkerTest {

  private static final Instant NOON = WorkerExamples.NOON;

  private final InMemoryStorage storage = new InMemoryStorage();
  private Instant now = NOON;
  private final AttentionQueue attention =
      new AttentionQueue(storage, HomeState.UNKNOWN, () -> now);

  @Test
  void oneWhoseQuestionIsOpenIsOneItem() {
    Ping question = asked();

    assertThat(attention.list(Limit.DEFAULT)).containsExactly(AttentionItem.of(question));
  }

  @Test
  void oneWhoseQuestionWasSeenIsStillThere() {
    Ping question = asked();

    attention.acknowledge(question.id().value());

    assertThat(attention.list(Limit.DEFAULT)).containsExactly(AttentionItem.ofUnanswered(question));
  }

  @Test
  void itIsPutOffForADayAtMost() {
    Ping question = asked();
    attention.acknowledge(question.id().value());

    attention.acknowledge("worker_asks-" + question.id());
    assertThat(attention.list(Limit.DEFAULT)).isEmpty();
    now = NOON.plus(Duration.ofDays(1));
    assertThat(attention.list(Limit.DEFAULT)).containsExactly(AttentionItem.ofUnanswered(question));

    attention.snooze("worker_asks-" + question.id(), TimeSpan.parse("1h"));
    assertThat(attention.list(Limit.DEFAULT)).isEmpty();
  }

  @Test
  void itIsAnsweredAsAnyQuestionAndThenGone() {
    Ping question = asked();
    attention.acknowledge(question.id().value());

    attention.answer(question.id().value(), new Answer("That one."));

    assertThat(attention.list(Limit.DEFAULT)).isEmpty();
    assertThat(storage.workers().list(WorkerFilter.ALL, Page.FIRST).items())
        .extracting(Worker::state)
        .containsExactly(Worker.State.Pending.NOW);
  }

  @Test
  void aPingThatWasSeenAndForWhichNobodyWaitsIsGone() {
    WorkerExamples.spawned(storage, "Compare.", NOON);
    WorkerId id = WorkerExamples.claimed(storage, NOON).worker().id();
    Ping question = ((Asking.AskedNow) storage.workers().ask(id, "Which?", NOON)).ping();

    attention.acknowledge(question.id().value());

    assertThat(attention.list(Limit.DEFAULT)).isEmpty();
  }

  /** What the only worker has asked, whose attempt has ended. */
  private Ping asked() {
    WorkerExamples.spawned(storage, "Compare.", NOON);
    WorkerId id = WorkerExamples.claimed(storage, NOON).worker().id();
    Ping question = ((Asking.AskedNow) storage.workers().ask(id, "Which?", NOON)).ping();
    WorkerExamples.finished(storage, id, WorkerExamples.succeeded("I have asked."), NOON);
    return question;
  }
}
