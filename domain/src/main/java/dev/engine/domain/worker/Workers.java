package dev.engine.domain.worker;

import dev.engine.domain.Limit;
import dev.engine.domain.ListOrder;
import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.TimePlace;
import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.session.StatusText;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Every worker the engine was given, finished or not. Who runs them asks the {@link WorkerQueue}.
 *
 * <p>Each method is one atomic step and safe against other processes on the same store. Any of them
 * may throw {@link StorageUnavailable}. {@code WorkersContract} is this interface in tests.
 */
public interface Workers {

  /** The order of {@link #list}. */
  ListOrder<Worker, TimePlace<WorkerId>> ORDER =
      ListOrder.newestFirst("workers", Worker::createdAt, Worker::id, WorkerId::new);

  /**
   * Stores {@code order} as a pending worker, unless one with its dedupe key is pending or running.
   * It depends only on workers that are stored, so none ever waits for itself.
   *
   * @param outputs the folder in which every worker has its own; nothing is created there
   * @throws Conflict if the task names a parent session that is not stored
   */
  Spawning spawn(WorkOrder order, Path outputs, Instant at);

  Optional<Worker> find(WorkerId id);

  /** What {@code filter} lets through, the one added last at the front. */
  Listed<Worker> list(WorkerFilter filter, Page page);

  /** Those that wait for the person to answer, the one added first at the front. */
  List<Worker> asking(Limit limit);

  /**
   * Fails {@code id} at once if it is pending, as {@link WorkerQueue#finish} does, and takes its
   * open question back; if it is at work, notes that it is to be ended.
   */
  Cancelling cancel(WorkerId id, Instant at);

  /**
   * Makes {@code id} pending again if it has finished, in a new generation: what becomes of it now
   * is told again. It begins anew, with as many attempts as at first, and so does the slot of a
   * mission whose work it does. Workers that depend on it and have not begun wait for it again.
   */
  Retrying retry(WorkerId id, Instant at);

  /**
   * Asks the person for {@code id} if it is at work, by a ping; the same step queues a notice to
   * its owner. Once its attempt has ended well, the worker waits for the answer.
   *
   * @param question as {@link AttemptEnd.Asked#question}
   */
  Asking ask(WorkerId id, String question, Instant at);

  /** Stores what {@code id} says it is doing, if it is at work. */
  Reporting report(WorkerId id, StatusText text, Instant at);
}
