package dev.engine.domain.worker;

import dev.engine.domain.ListOrder;
import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.TimePlace;
import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Every worker the engine was given, finished or not.
 *
 * <p>Each method is one atomic step and safe against other processes on the same store. Any of them
 * may throw {@link StorageUnavailable}. {@code WorkersContract} is this interface in tests.
 */
public interface Workers {

  /** The order of {@link #list}. */
  ListOrder<Worker, TimePlace<WorkerId>> ORDER =
      ListOrder.newestFirst("workers", Worker::createdAt, Worker::id, WorkerId::new);

  /**
   * Stores {@code task} as a pending worker.
   *
   * @param outputs the folder in which every worker has its own; nothing is created there
   * @throws Conflict if the task names a parent session that is not stored
   */
  Worker add(Task task, Path outputs, Instant at);

  Optional<Worker> find(WorkerId id);

  /** What {@code filter} lets through, the one added last at the front. */
  Listed<Worker> list(WorkerFilter filter, Page page);

  /** Marks {@code id} as running if it is pending. */
  Starting start(WorkerId id, Instant at);

  /**
   * Marks {@code id} as complete if it is running, and queues {@link Worker#outcomeNotice} in the
   * same step.
   */
  Completing complete(WorkerId id, Instant at);

  /**
   * Marks {@code id} as failed if it is pending or running, and queues {@link Worker#outcomeNotice}
   * in the same step.
   */
  Failing fail(WorkerId id, Instant at);
}
