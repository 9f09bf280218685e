package dev.engine.cli;

import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.domain.host.LogStream;
import dev.engine.domain.worker.Attempt;
import dev.engine.domain.worker.AttemptId;
import dev.engine.domain.worker.WorkerId;
import dev.engine.services.LogTail;
import dev.engine.services.WorkerLogDesk;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "log",
    description = {
      "Show what a worker has printed, in its latest attempt.",
      "What could steer a terminal is taken out; the files themselves are in the worker's"
          + " workspace."
    },
    footer = {
      "",
      "Examples: engine worker log 3fa94c01 -f",
      "          engine worker log 3fa94c01 --stderr --attempt 1",
      "          engine worker log 3fa94c01 --json",
      "With --follow it goes on until the worker is complete or has failed. Ctrl-C ends it; the"
          + " worker goes on."
    })
final class WorkerLogCommand implements Runnable {

  /** Short beside what a person notices, long beside what a look costs. */
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  private final Context context;

  @Parameters(paramLabel = "ID", description = "Worker id, 8 hex digits.")
  private WorkerId id;

  @Option(
      names = {"-f", "--follow"},
      description = "Go on with what it prints from now on, in further attempts too.")
  private boolean follow;

  @Option(names = "--stderr", description = "What it complains of, instead of what it says.")
  private boolean isStderr;

  @Option(names = "--attempt", paramLabel = "N", description = "Of that attempt, counted from 1.")
  private @Nullable Integer number;

  @Mixin private JsonOption json;

  WorkerLogCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    WorkerLogDesk logs = context.engine().workerLogs();
    Optional<AttemptId> attempt =
        (number == null ? logs.latest(id) : Optional.of(logs.attempt(new AttemptId(id, number))))
            .map(Attempt::id);
    if (follow) {
      follow(logs, attempt);
    } else {
      show(logs, attempt.orElseThrow(() -> new NotFound("attempt yet of worker", id)));
    }
  }

  private void show(WorkerLogDesk logs, AttemptId attempt) {
    logs.find(attempt, stream()).orElseThrow(() -> new NotFound("log of attempt", attempt)).close();
    try (LogTail tail = logs.tail(attempt, stream(), 0)) {
      LogLines lines = lines(attempt);
      lines.addAllOf(tail);
      lines.end(tail.rest());
    }
  }

  private LogLines lines(AttemptId attempt) {
    Output output = context.output();
    return new LogLines(
        line ->
            json.printLine(
                output, () -> new LogLineJson(attempt.number(), line), () -> output.line(line)));
  }

  private void follow(WorkerLogDesk logs, Optional<AttemptId> first) {
    Optional<AttemptId> attempt = first.or(() -> next(logs, first));
    while (attempt.isPresent() && isFollowedToItsEnd(logs, attempt.get())) {
      attempt = next(logs, attempt);
    }
  }

  /** The attempt behind {@code before}; empty if none will come or nobody wants to know. */
  private Optional<AttemptId> next(WorkerLogDesk logs, Optional<AttemptId> before) {
    while (number == null) {
      boolean isFinished = context.engine().workers().show(id).isFinished();
      Optional<AttemptId> latest = logs.latest(id).map(Attempt::id);
      if (!latest.equals(before)) {
        return latest;
      }
      if (isFinished || !isStillWanted()) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Prints what {@code attempt} prints until it has ended; false if nobody wants to know more. */
  private boolean isFollowedToItsEnd(WorkerLogDesk logs, AttemptId attempt) {
    if (attempt.number() > 1) {
      context.output().aside("attempt " + attempt.number());
    }
    LogLines lines = lines(attempt);
    try (LogTail tail = logs.tail(attempt, stream(), 0)) {
      boolean isOver = tail.isOver();
      lines.addAllOf(tail);
      while (!isOver) {
        if (!isStillWanted()) {
          return false;
        }
        isOver = tail.isOver(); // asked before the read, so that nothing is missed
        lines.addAllOf(tail);
      }
      lines.end(tail.rest());
      return true;
    }
  }

  /** Waits a moment, unless the person wants no more or nobody reads any more. */
  private boolean isStillWanted() {
    if (context.output().isCutOff()) {
      return false;
    }
    context.program().pauses().pause(BETWEEN_LOOKS);
    boolean isEnded = Thread.interrupted();
    if (isEnded) {
      context.output().farewell("worker %s goes on".formatted(id));
    }
    return !isEnded;
  }

  private LogStream stream() {
    return isStderr ? LogStream.STDERR : LogStream.STDOUT;
  }

  /**
   * One line of a log.
   *
   * @param attempt counted from 1
   * @param text without its end
   */
  record LogLineJson(int attempt, String text) {}
}
