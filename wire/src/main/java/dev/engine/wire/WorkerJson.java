package dev.engine.wire;

import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.ping.PingId;
import dev.engine.domain.session.SessionId;
import dev.engine.domain.session.StatusText;
import dev.engine.domain.worker.Attempt;
import dev.engine.domain.worker.Primitive;
import dev.engine.domain.worker.WorkOrder;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.Worker.State;
import dev.engine.domain.worker.WorkerId;
import dev.engine.domain.worker.WorkerStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A worker on the wire; what is not known, or does not apply to its status, is absent. */
public record WorkerJson(
    WorkerId id,
    Primitive primitive,
    WorkerStatus status,
    String instructions,
    @Description("the owner, which is told of the outcome") @Nullable ConversationId conversationId,
    @Description("the parent, which handed it over") @Nullable SessionId sessionId,
    @Description("absolute") String workspacePath,
    @Description("-100 to 100; the higher has its turn first") int priority,
    @Nullable String dedupeKey,
    @Description("workers that must be complete first") List<WorkerId> dependsOn,
    @Description("when it may begin, as it was ordered") @Nullable Instant runAfter,
    @Description("how often it is tried before it has failed") int maxAttempts,
    @Description("how long an attempt may take; absent if the engine's settings say so")
        @Nullable Long timeoutSeconds,
    @Description("counts its runs, from 1") int generation,
    @Description("how many attempts of this run came to nothing") int failedAttempts,
    @Description("what it said last of what it does") @Nullable String statusText,
    Instant createdAt,
    @Description("when it may begin, while it is pending") @Nullable Instant notBefore,
    @Description("the ping whose answer it waits for") @Nullable PingId questionId,
    @Nullable Instant startedAt,
    @Description("since when somebody wants it ended, while it is running")
        @Nullable Instant cancelRequestedAt,
    @Description("when it ended because somebody wanted that; it has failed then, without a reason")
        @Nullable Instant cancelledAt,
    @Nullable Instant finishedAt,
    @Description("what came of it, in words") @Nullable String summary,
    @Description("why it failed, in words") @Nullable String reason,
    @Description(
            "its latest try; absent before the first one, and where the worker was changed by this"
                + " request")
        @Nullable AttemptJson latestAttempt) {

  /** What only a state has. */
  private record Progress(
      @Nullable Instant notBefore,
      @Nullable PingId question,
      @Nullable Instant startedAt,
      @Nullable Instant cancelRequestedAt,
      @Nullable Instant cancelledAt,
      @Nullable Instant finishedAt,
      @Nullable String summary,
      @Nullable String reason) {

    private static Progress of(State state) {
      return switch (state) {
        case State.Pending pending ->
            new Progress(pending.notBefore(), null, null, null, null, null, null, null);
        case State.Asking asking ->
            new Progress(null, asking.question(), null, null, null, null, null, null);
        case State.Running running ->
            new Progress(
                null,
                null,
                running.startedAt(),
                running.cancelRequestedAt(),
                null,
                null,
                null,
                null);
        case State.Complete done ->
            new Progress(null, null, done.startedAt(), null, null, done.at(), done.summary(), null);
        case State.Failed failed ->
            new Progress(
                null, null, failed.startedAt(), null, null, failed.at(), null, failed.reason());
        case State.Cancelled unwanted ->
            new Progress(
                null, null, unwanted.startedAt(), null, unwanted.at(), unwanted.at(), null, null);
      };
    }
  }

  /** As a change has left it, without its tries. */
  public static WorkerJson of(Worker worker) {
    return of(worker, null);
  }

  /** With its latest try; null before the first one. */
  public static WorkerJson of(Worker worker, @Nullable Attempt latest) {
    WorkOrder order = worker.order();
    Duration timeout = order.timeout();
    StatusText said = worker.run().statusText();
    Progress progress = Progress.of(worker.state());
    return new WorkerJson(
        worker.id(),
        worker.task().primitive(),
        worker.status(),
        worker.task().instructions(),
        worker.task().owner(),
        worker.task().parent(),
        worker.workspacePath().toString(),
        order.priority(),
        order.dedupeKey(),
        List.copyOf(order.dependsOn()),
        order.runAfter(),
        order.maxAttempts(),
        timeout == null ? null : timeout.toSeconds(),
        worker.run().generation(),
        worker.run().failedAttempts(),
        said == null ? null : said.value(),
        worker.createdAt(),
        progress.notBefore(),
        progress.question(),
        progress.startedAt(),
        progress.cancelRequestedAt(),
        progress.cancelledAt(),
        progress.finishedAt(),
        progress.summary(),
        progress.reason(),
        latest == null ? null : AttemptJson.of(latest));
  }
}
