package dev.engine.cli;

import dev.engine.domain.worker.Task;
import dev.engine.domain.worker.Worker;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A worker on the wire. Times are ISO-8601 in UTC; what is not known, or does not apply to its
 * status, is absent.
 *
 * @param conversationId the owner
 * @param sessionId the parent
 */
record WorkerJson(
    String id,
    String primitive,
    String status,
    String instructions,
    @Nullable String conversationId,
    @Nullable String sessionId,
    String workspacePath,
    String createdAt,
    @Nullable String startedAt,
    @Nullable String finishedAt) {

  static WorkerJson of(Worker worker) {
    Task task = worker.task();
    return new WorkerJson(
        worker.id().value(),
        task.primitive().value(),
        worker.status().wireName(),
        task.instructions(),
        task.owner() == null ? null : task.owner().value(),
        task.parent() == null ? null : task.parent().value(),
        worker.workspacePath().toString(),
        worker.createdAt().toString(),
        text(Workers.startedAt(worker)),
        text(Workers.finishedAt(worker)));
  }

  private static @Nullable String text(@Nullable Instant at) {
    return at == null ? null : at.toString();
  }
}
