package dev.engine.cli;

import dev.engine.domain.session.StatusText;
import dev.engine.domain.worker.Task;
import dev.engine.domain.worker.WorkOrder;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.Worker.State;
import dev.engine.domain.worker.WorkerId;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A worker on the wire. Times are ISO-8601 in UTC; what is not known, or does not apply to its
 * status, is absent.
 *
 * @param conversationId the owner
 * @param sessionId the parent
 * @param runAfter when it may begin, as it was ordered
 * @param generation counts its runs, from 1
 * @param failedAttempts how many attempts of this run came to nothing
 * @param statusText what it said last of what it does
 * @param notBefore when it may begin, while it is pending
 * @param questionId the ping whose answer it waits for
 * @param cancelledAt when somebody did not want it any more; its status is failed, without a reason
 * @param summary what came of it, in words
 * @param reason why it failed, in words
 */
record WorkerJson(
    String id,
    String primitive,
    String status,
    String instructions,
    @Nullable String conversationId,
    @Nullable String sessionId,
    String workspacePath,
    int priority,
    @Nullable String dedupeKey,
    List<String> dependsOn,
    @Nullable String runAfter,
    int maxAttempts,
    @Nullable Long timeoutSeconds,
    int generation,
    int failedAttempts,
    @Nullable String statusText,
    String createdAt,
    @Nullable String notBefore,
    @Nullable String questionId,
    @Nullable String startedAt,
    @Nullable String cancelRequestedAt,
    @Nullable String cancelledAt,
    @Nullable String finishedAt,
    @Nullable String summary,
    @Nullable String reason) {

  static WorkerJson of(Worker worker) {
    Task task = worker.task();
    WorkOrder order = worker.order();
    Duration timeout = order.timeout();
    StatusText said = worker.run().statusText();
    State state = worker.state();
    return new WorkerJson(
        worker.id().value(),
        task.primitive().value(),
        worker.status().wireName(),
        task.instructions(),
        text(task.owner()),
        text(task.parent()),
        worker.workspacePath().toString(),
        order.priority(),
        order.dedupeKey(),
        order.dependsOn().stream().map(WorkerId::value).toList(),
        text(order.runAfter()),
        order.maxAttempts(),
        timeout == null ? null : timeout.toSeconds(),
        worker.run().generation(),
        worker.run().failedAttempts(),
        said == null ? null : said.value(),
        worker.createdAt().toString(),
        state instanceof State.Pending pending ? text(pending.notBefore()) : null,
        state instanceof State.Asking asking ? text(asking.question()) : null,
        text(Workers.startedAt(worker)),
        state instanceof State.Running running ? text(running.cancelRequestedAt()) : null,
        state instanceof State.Cancelled cancelled ? text(cancelled.at()) : null,
        text(Workers.finishedAt(worker)),
        state instanceof State.Complete complete ? complete.summary() : null,
        state instanceof State.Failed failed ? failed.reason() : null);
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
