package dev.engine.services;

import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionId;
import dev.engine.domain.session.Sessions;
import dev.engine.domain.worker.Completing;
import dev.engine.domain.worker.Failing;
import dev.engine.domain.worker.Starting;
import dev.engine.domain.worker.Task;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.WorkerFilter;
import dev.engine.domain.worker.WorkerId;
import dev.engine.domain.worker.Workers;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * The record of every worker: what it was told and how far it has come. Nothing here touches a
 * process or a folder.
 */
public final class WorkerLedger {

  private final Workers workers;
  private final Sessions sessions;
  private final InstantSource clock;

  public WorkerLedger(Workers workers, Sessions sessions, InstantSource clock) {
    this.workers = workers;
    this.sessions = sessions;
    this.clock = clock;
  }

  /**
   * Records a pending worker. It is owned by the conversation that the task names, else by that of
   * the parent session that it names.
   *
   * @param outputs the folder in which every worker has its own
   * @throws NotFound if the task names a parent session that does not exist
   */
  public Worker add(Task task, Path outputs) {
    return workers.add(owned(task), outputs, clock.instant());
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
   * Records that a pending worker is at work.
   *
   * @throws NotFound if there is no worker {@code id}
   * @throws Conflict if it is not pending
   */
  public Worker start(WorkerId id) {
    return switch (workers.start(id, clock.instant())) {
      case Starting.StartedNow now -> now.worker();
      case Starting.NotPending other -> throw isNot("pending", other.worker());
      case Starting.NoSuchWorker none -> throw new NotFound("worker", id);
    };
  }

  /**
   * Records that a running worker did what it was told, which its owner is told.
   *
   * @throws NotFound if there is no worker {@code id}
   * @throws Conflict if it is not running
   */
  public Worker complete(WorkerId id) {
    return switch (workers.complete(id, clock.instant())) {
      case Completing.CompletedNow now -> now.worker();
      case Completing.NotRunning other -> throw isNot("running", other.worker());
      case Completing.NoSuchWorker none -> throw new NotFound("worker", id);
    };
  }

  /**
   * Records that a worker came to nothing, which its owner is told.
   *
   * @throws NotFound if there is no worker {@code id}
   * @throws Conflict if it has finished
   */
  public Worker fail(WorkerId id) {
    return switch (workers.fail(id, clock.instant())) {
      case Failing.FailedNow now -> now.worker();
      case Failing.FinishedBefore other -> throw isNot("pending or running", other.worker());
      case Failing.NoSuchWorker none -> throw new NotFound("worker", id);
    };
  }

  private Task owned(Task task) {
    SessionId id = task.parent();
    if (id == null) {
      return task;
    }
    Session parent = sessions.find(id).orElseThrow(() -> new NotFound("session", id));
    return task.owner() == null ? task.ownedBy(parent.conversation()) : task;
  }

  private static Conflict isNot(String needed, Worker worker) {
    return new Conflict(
        "worker %s must be %s, and is %s".formatted(worker.id(), needed, worker.status()));
  }
}
