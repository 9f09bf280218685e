package dev.engine.services.worker;

import dev.engine.domain.Limit;
import dev.engine.domain.host.Pauses;
import dev.engine.domain.host.WorkerProcesses;
import dev.engine.domain.host.WorkerProcesses.WorkerProcess;
import dev.engine.domain.host.WorkerPrograms;
import dev.engine.domain.host.WorkerPrograms.Look;
import dev.engine.domain.host.WorkerPrograms.Nudge;
import dev.engine.domain.worker.AttemptEnd;
import dev.engine.domain.worker.AttemptId;
import dev.engine.domain.worker.WorkUnderway;
import dev.engine.domain.worker.WorkerQueue;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Ends all workers of a home that no engine serves any more; the next one begins them again. */
public final class WorkerShutdown {

  private static final Limit ALL = new Limit(1_000);

  private static final Duration LOOK_EVERY = Duration.ofMillis(50);

  private final WorkerQueue queue;
  private final WorkerPrograms programs;
  private final WorkerProcesses processes;
  private final Pauses pauses;
  private final InstantSource clock;

  public WorkerShutdown(
      WorkerQueue queue,
      WorkerPrograms programs,
      WorkerProcesses processes,
      Pauses pauses,
      InstantSource clock) {
    this.queue = queue;
    this.programs = programs;
    this.processes = processes;
    this.pauses = pauses;
    this.clock = clock;
  }

  /**
   * What it has done.
   *
   * @param endedCount how many workers were ended, and are pending again
   * @param leftCount how many of their processes are still there, which should be none; without
   *     those below which a person may be at work
   */
  public record Report(int endedCount, int leftCount) {}

  /**
   * Asks all of them to end, kills what has not after 10 s, and makes them pending. One that has
   * ended by itself, or well all the same, is left for the next engine to judge.
   */
  public Report run() {
    List<AttemptId> atWork = new ArrayList<>();
    for (WorkUnderway work : queue.unfinished(ALL)) {
      AttemptId id = work.attempt().id();
      if (!(programs.revoke(id) instanceof Look.Ended)) {
        atWork.add(id);
        programs.signal(id, Nudge.ASK);
      }
    }
    awaitEnd(atWork, Watch.GRACE);
    atWork.forEach(id -> programs.signal(id, Nudge.KILL));
    unattended().forEach(processes::kill);
    awaitEnd(atWork, Watch.GRACE);
    List<AttemptId> ended = atWork.stream().filter(id -> !isDone(id)).toList();
    ended.forEach(id -> queue.finish(id, new AttemptEnd.Reclaimed(), clock.instant()));
    return new Report(ended.size(), unattended().size());
  }

  /** Any other exit code may be how a program ends that is asked to, and not its failure. */
  private boolean isDone(AttemptId attempt) {
    return programs.look(attempt) instanceof Look.Ended ended && ended.exitCode() == 0;
  }

  /** Without those below which a person may be at work. */
  private List<WorkerProcess> unattended() {
    return processes.all().stream().filter(process -> !process.isAttended()).toList();
  }

  private void awaitEnd(List<AttemptId> atWork, Duration limit) {
    Duration waited = Duration.ZERO;
    while (isAnyThere(atWork) && waited.compareTo(limit) < 0) {
      pauses.pause(LOOK_EVERY);
      waited = waited.plus(LOOK_EVERY);
    }
  }

  private boolean isAnyThere(List<AttemptId> atWork) {
    return atWork.stream()
        .anyMatch(id -> programs.look(id) instanceof Look.Runs || programs.isAnyLeft(id));
  }
}
