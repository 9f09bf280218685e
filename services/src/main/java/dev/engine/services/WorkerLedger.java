package dev.engine.services;

import dev.engine.domain.Limit;
import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.domain.ping.Ping;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionId;
import dev.engine.domain.session.Sessions;
import dev.engine.domain.session.StatusText;
import dev.engine.domain.worker.Asking;
import dev.engine.domain.worker.Attempt;
import dev.engine.domain.worker.AttemptEnd;
import dev.engine.domain.worker.Cancelling;
import dev.engine.domain.worker.Reporting;
import dev.engine.domain.worker.Retrying;
import dev.engine.domain.worker.Spawning;
import dev.engine.domain.worker.Usage;
import dev.engine.domain.worker.WorkOrder;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.WorkerFilter;
import dev.engine.domain.worker.WorkerId;
import dev.engine.domain.worker.WorkerQueue;
import dev.engine.domain.worker.Workers;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * Every worker: what it was told, how far it has come, and what people and the worker itself have
 * to say to that. Nothing here touches a process or a folder.
 */
public final class WorkerLedger {

  private final Workers workers;
  private final WorkerQueue queue;
  private final Sessions sessions;
  private final InstantSource clock;

  public WorkerLedger(Workers workers, WorkerQueue queue, Sessions sessions, InstantSource clock) {
    this.workers = workers;
    this.queue = queue;
    this.sessions = sessions;
    this.clock = clock;
  }

  /**
   * Hands over work; it waits for its turn. It is owned by the conversation that the task names,
   * else by that of the parent session that it names.
   *
   * @param outputs the folder in which every worker has its own
   * @return the new worker, or the one with the same dedupe key that is pending or running
   * @throws NotFound if the order names a parent session, or a worker to depend on, that does not
   *     exist
   */
  public Worker spawn(WorkOrder order, Path outputs) {
    return switch (workers.spawn(owned(order), outputs, clock.instant())) {
      case Spawning.Spawned now -> now.worker();
      case Spawning.SpawnedBefore before -> before.worker();
      case Spawning.NoSuchDependency none -> throw new NotFound("worker to depend on", none.id());
    };
  }

  /** What {@code filter} lets through, the one added last at the front. */
  public Listed<Worker> list(WorkerFilter filter, Page page) {
    return workers.list(filter, page);
  }

  /**
   * One worker.
   *
   * @throws NotFound if there is no worker {@code id}
   */
  public Worker show(WorkerId id) {
    return workers.find(id).orElseThrow(() -> new NotFound("worker", id));
  }

  /**
   * Every try at the work of {@code id}, the latest at the front.
   *
   * @throws NotFound if there is no worker {@code id}
   */
  public List<Attempt> attempts(WorkerId id, Limit limit) {
    show(id);
    return queue.attempts(id, limit);
  }

  /** The latest try at the work of each of {@code workers}; one that was never tried is missing. */
  public Map<WorkerId, Attempt> latestAttempts(List<Worker> workers) {
    return queue.latestAttempts(workers.stream().map(Worker::id).toList());
  }

  /**
   * Has a worker not done, or not go on. One that is at work is ended by who runs it.
   *
   * @throws NotFound if there is no worker {@code id}
   * @throws Conflict if it has finished
   */
  public Worker cancel(WorkerId id) {
    return switch (workers.cancel(id, clock.instant())) {
      case Cancelling.CancelledNow now -> now.worker();
      case Cancelling.Requested requested -> requested.worker();
      case Cancelling.FinishedBefore other -> throw isNot("pending or running", other.worker());
      case Cancelling.NoSuchWorker none -> throw new NotFound("worker", id);
    };
  }

  /**
   * Has a worker that finished run again, from the beginning.
   *
   * @throws NotFound if there is no worker {@code id}
   * @throws Conflict if it has not finished, or another with its dedupe key has not
   */
  public Worker retry(WorkerId id) {
    return switch (workers.retry(id, clock.instant())) {
      case Retrying.RetriedNow now -> now.worker();
      case Retrying.NotFinished other -> throw isNot("complete or failed", other.worker());
      case Retrying.KeyTaken taken ->
          throw new Conflict(
              "worker %s has the dedupe key of worker %s, and is %s"
                  .formatted(taken.holder().id(), id, taken.holder().status()));
      case Retrying.NoSuchWorker none -> throw new NotFound("worker", id);
    };
  }

  /**
   * Asks the person on behalf of a worker at work. It should end now; with the answer it goes on.
   *
   * @param question as {@link AttemptEnd.Asked#question}
   * @throws InvalidInput if the question is blank or too long
   * @throws NotFound if there is no worker {@code id}
   * @throws Conflict if it is not running, or waits for an answer already
   */
  public Ping ask(WorkerId id, String question) {
    AttemptEnd.Asked checked = new AttemptEnd.Asked(question, null, Usage.UNKNOWN);
    return switch (workers.ask(id, checked.question(), clock.instant())) {
      case Asking.AskedNow now -> now.ping();
      case Asking.AskedBefore before ->
          throw new Conflict(
              "worker %s has asked before, by ping %s, and has no answer yet"
                  .formatted(id, before.question()));
      case Asking.NotRunning other -> throw isNot("running", other.worker());
      case Asking.NoSuchWorker none -> throw new NotFound("worker", id);
    };
  }

  /**
   * Stores what a worker says it is doing.
   *
   * @throws NotFound if there is no worker {@code id}
   * @throws Conflict if it is not running
   */
  public Worker report(WorkerId id, StatusText text) {
    return switch (workers.report(id, text, clock.instant())) {
      case Reporting.Reported now -> now.worker();
      case Reporting.NotRunning other -> throw isNot("running", other.worker());
      case Reporting.NoSuchWorker none -> throw new NotFound("worker", id);
    };
  }

  private WorkOrder owned(WorkOrder order) {
    SessionId id = order.task().parent();
    if (id == null) {
      return order;
    }
    Session parent = sessions.find(id).orElseThrow(() -> new NotFound("session", id));
    return order.task().owner() == null ? order.ownedBy(parent.conversation()) : order;
  }

  private static Conflict isNot(String needed, Worker worker) {
    return new Conflict(
        "worker %s must be %s, and is %s".formatted(worker.id(), needed, worker.status()));
  }
}
