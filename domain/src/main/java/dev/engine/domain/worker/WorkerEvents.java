package dev.engine.domain.worker;

import dev.engine.domain.journal.EventKind;
import dev.engine.domain.journal.Facts;
import dev.engine.domain.journal.Happening;
import dev.engine.domain.journal.Subject;
import java.time.Instant;

/** What the journal is told of workers. */
public final class WorkerEvents {

  public static final EventKind ADDED = new EventKind("worker.added");
  public static final EventKind STARTED = new EventKind("worker.started");
  public static final EventKind COMPLETED = new EventKind("worker.completed");
  public static final EventKind FAILED = new EventKind("worker.failed");

  private WorkerEvents() {}

  /** What is told when {@code worker} was added or got on, to where it stands at {@code at}. */
  public static Happening advanced(Worker worker, Instant at) {
    EventKind kind =
        switch (worker.status()) {
          case PENDING -> ADDED;
          case RUNNING -> STARTED;
          case COMPLETE -> COMPLETED;
          case FAILED -> FAILED;
        };
    Subject subject = new Subject(Subject.Kind.WORKER, worker.id().value());
    Task task = worker.task();
    Facts facts = Facts.NONE.with("primitive", task.primitive());
    return new Happening(at, kind, task.owner(), task.parent(), subject, facts);
  }
}
