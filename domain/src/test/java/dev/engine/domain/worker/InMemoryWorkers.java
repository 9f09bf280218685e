package dev.engine.domain.worker;

import dev.engine.domain.Limit;
import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.journal.InMemoryJournal;
import dev.engine.domain.notification.Notifications;
import dev.engine.domain.session.Sessions;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** {@link Workers} for the tests of everything above storage. */
public final class InMemoryWorkers implements Workers {

  private static final Comparator<Worker> NEWEST_FIRST =
      Comparator.comparing(Worker::createdAt)
          .thenComparing(worker -> worker.id().value())
          .reversed();

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
  public synchronized List<Worker> list(WorkerFilter filter, Limit limit) {
    return byId.values().stream()
        .filter(worker -> matches(filter, worker))
        .sorted(NEWEST_FIRST)
        .limit(limit.rows())
        .toList();
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
