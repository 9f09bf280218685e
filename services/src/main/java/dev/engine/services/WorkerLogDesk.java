package dev.engine.services;

import dev.engine.domain.Limit;
import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.domain.host.LogStream;
import dev.engine.domain.host.WorkerLog;
import dev.engine.domain.host.WorkerLogs;
import dev.engine.domain.worker.Attempt;
import dev.engine.domain.worker.AttemptId;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.WorkerId;
import dev.engine.domain.worker.WorkerQueue;
import dev.engine.domain.worker.Workers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** What workers have printed, attempt by attempt. */
public final class WorkerLogDesk {

  private static final Limit LATEST = new Limit(1);

  /** Far more than a worker is ever tried. */
  private static final Limit ALL = new Limit(1_000);

  /** Some hundred lines: enough to see how far it is. */
  private static final int END_BYTES = 16 * 1024;

  private final Workers workers;
  private final WorkerQueue queue;
  private final WorkerLogs logs;

  public WorkerLogDesk(Workers workers, WorkerQueue queue, WorkerLogs logs) {
    this.workers = workers;
    this.queue = queue;
    this.logs = logs;
  }

  /**
   * The attempt of {@code id} that began last; empty if none has.
   *
   * @throws NotFound if there is no worker {@code id}
   */
  public Optional<Attempt> latest(WorkerId id) {
    worker(id);
    return queue.attempts(id, LATEST).stream().findFirst();
  }

  /**
   * One attempt.
   *
   * @throws NotFound if there is none
   */
  public Attempt attempt(AttemptId id) {
    worker(id.worker());
    return queue.attempts(id.worker(), ALL).stream()
        .filter(attempt -> attempt.id().equals(id))
        .findFirst()
        .orElseThrow(
            () -> new NotFound("attempt %d of worker".formatted(id.number()), id.worker()));
  }

  /**
   * Opens what an attempt has printed; empty if it was not launched, or its file is gone.
   *
   * @throws NotFound if there is no attempt {@code id}
   */
  public Optional<WorkerLog> find(AttemptId id, LogStream stream) {
    Worker worker = worker(id.worker());
    if (attempt(id).process() == null) { // in the place of its file is that of the one before
      return Optional.empty();
    }
    Path workspace = worker.workspacePath();
    if (isLatest(id)) {
      Optional<WorkerLog> log = logs.latest(workspace, stream);
      if (isLatest(id)) {
        return log;
      }
      log.ifPresent(WorkerLog::close); // another attempt began meanwhile: it may be that one's
    }
    Optional<WorkerLog> earlier = logs.earlier(workspace, id.number(), stream);
    return earlier.isEmpty() && isLastLaunched(id) ? untouched(workspace, id, stream) : earlier;
  }

  /**
   * The log of one after which others could not be launched: they may have left it in its place.
   */
  private Optional<WorkerLog> untouched(Path workspace, AttemptId id, LogStream stream) {
    Optional<WorkerLog> log = logs.latest(workspace, stream);
    Optional<WorkerLog> earlier = logs.earlier(workspace, id.number(), stream);
    if (earlier.isPresent()) { // it was put aside meanwhile: what was opened may be another's
      log.ifPresent(WorkerLog::close);
      return earlier;
    }
    return log;
  }

  /** Follows what {@code id} prints, from the byte at {@code position} on. */
  public LogTail tail(AttemptId id, LogStream stream, long position) {
    return new LogTail(this, id, stream, position);
  }

  /**
   * The end of what the latest attempt of {@code id} has printed, at most 16 KiB of it, from the
   * beginning of a line if one begins in there. What is no UTF-8 is replaced.
   *
   * @throws NotFound if there is no worker {@code id}, or it has no attempt that has printed
   */
  public String end(WorkerId id, LogStream stream) {
    AttemptId attempt =
        latest(id).orElseThrow(() -> new NotFound("attempt yet of worker", id)).id();
    try (WorkerLog log =
        find(attempt, stream).orElseThrow(() -> new NotFound("log of attempt", attempt))) {
      long start = Math.max(0, log.size() - END_BYTES);
      String text = new String(log.read(start, END_BYTES), StandardCharsets.UTF_8);
      int line = text.indexOf('\n') + 1;
      return start == 0 || line == text.length() ? text : text.substring(line);
    }
  }

  private boolean isLatest(AttemptId id) {
    return latest(id.worker()).filter(attempt -> attempt.id().equals(id)).isPresent();
  }

  private boolean isLastLaunched(AttemptId id) {
    return queue.attempts(id.worker(), ALL).stream()
        .filter(attempt -> attempt.process() != null)
        .findFirst()
        .filter(attempt -> attempt.id().equals(id))
        .isPresent();
  }

  private Worker worker(WorkerId id) {
    return workers.find(id).orElseThrow(() -> new NotFound("worker", id));
  }
}
