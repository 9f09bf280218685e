package dev.engine.domain.worker;

import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.journal.InMemoryJournal;
import dev.engine.domain.notification.Notifications;
import dev.engine.domain.session.Sessions;
import dev.engine.domain.testing.InMemoryPages;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** {@link Workers} for the tests of everything above storage. */
public final class InMemoryWorkers implements Workers {

  private final Map<WorkerId, Worker> byId = new LinkedHashMap<>();
  private final Sessions sessions;
  private final Notifications notifications;
  private final RandomGenerator random;
  private final InMemoryJournal journal;

  public InMemoryWorkers(
      Sessions sessions,
      Notifications notifications,
      RandomGenerator random,
      InMemoryJournal journal) {
    this.sessions = sessions;
    this.notifications = notifications;
    this.random = random;
    this.journal = journal;
  }

  @Override
  public synchronized Worker add(Task task, Path outputs, Instant at) {
    if (task.parent() != null && sessions.find(task.parent()).isEmpty()) {
      throw new Conflict("session %s is not stored".formatted(task.parent()));
    }
    WorkerId id = WorkerId.random(random);
    while (byId.containsKey(id)) {
      id = WorkerId.random(random);
    }
    return advanced(Worker.pending(id, task, outputs, at), at);
  }

  @Override
  public synchronized Optional<Worker> find(WorkerId id) {
    return Optional.ofNullable(byId.get(id));
  }

  @Override
  public synchronized Listed<Worker> list(WorkerFilter filter, Page page) {
    return InMemoryPages.newestFirst(
        byId.values().stream().filter(worker -> matches(filter, worker)), ORDER, page);
  }

  @Override
  public synchronized Starting start(WorkerId id, Instant at) {
    Worker worker = byId.get(id);
    if (worker == null) {
      return new Starting.NoSuchWorker(id);
    }
    return worker.status() == WorkerStatus.PENDING
        ? new Starting.StartedNow(advanced(worker.started(at), at))
        : new Starting.NotPending(worker);
  }

  @Override
  public synchronized Completing complete(WorkerId id, Instant at) {
    Worker worker = byId.get(id);
    if (worker == null) {
      return new Completing.NoSuchWorker(id);
    }
    return worker.status() == WorkerStatus.RUNNING
        ? new Completing.CompletedNow(told(advanced(worker.completed(at), at), at))
        : new Completing.NotRunning(worker);
  }

  @Override
  public synchronized Failing fail(WorkerId id, Instant at) {
    Worker worker = byId.get(id);
    if (worker == null) {
      return new Failing.NoSuchWorker(id);
    }
    return worker.isFinished()
        ? new Failing.FinishedBefore(worker)
        : new Failing.FailedNow(told(advanced(worker.failed(at), at), at));
  }

  private Worker advanced(Worker worker, Instant at) {
    byId.put(worker.id(), worker);
    journal.add(WorkerEvents.advanced(worker, at));
    return worker;
  }

  private Worker told(Worker finished, Instant at) {
    finished.outcomeNotice().ifPresent(notice -> notifications.queue(notice, at));
    return finished;
  }

  private static boolean matches(WorkerFilter filter, Worker worker) {
    return (filter.status() == null || filter.status() == worker.status())
        && (filter.owner() == null || filter.owner().equals(worker.task().owner()))
        && (filter.parent() == null || filter.parent().equals(worker.task().parent()));
  }
}
