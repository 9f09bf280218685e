package dev.engine.domain.fleet;

import dev.engine.domain.worker.WorkerStatus;

/**
 * How many workers of a conversation stand where.
 *
 * @param failed those that wait for the person's attention
 */
public record WorkerCounts(int pending, int running, int failed) {

  public static final WorkerCounts NONE = new WorkerCounts(0, 0, 0);

  /** One that stands at {@code status}; a complete one is not counted. */
  public static WorkerCounts one(WorkerStatus status) {
    return switch (status) {
      case PENDING -> new WorkerCounts(1, 0, 0);
      case RUNNING -> new WorkerCounts(0, 1, 0);
      case FAILED -> new WorkerCounts(0, 0, 1);
      case COMPLETE -> NONE;
    };
  }

  /** These and {@code other} ones. */
  public WorkerCounts plus(WorkerCounts other) {
    return new WorkerCounts(
        pending + other.pending, running + other.running, failed + other.failed);
  }
}
