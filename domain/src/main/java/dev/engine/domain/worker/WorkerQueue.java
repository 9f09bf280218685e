package dev.engine.domain.worker;

import dev.engine.domain.Limit;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.session.ClaudeSessionId;
import dev.engine.domain.session.ProcessIdentity;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whose turn it is, and what became of each attempt: what those who run workers go by.
 *
 * <p>Each method is one atomic step and safe against other processes on the same store. Any of them
 * may throw {@link StorageUnavailable}. {@code WorkerQueueContract} is this interface in tests.
 */
public interface WorkerQueue {

  /**
   * Begins an attempt of the worker whose turn it is: of those whose time has come, whose
   * dependencies are complete, that wait for no answer, and for which {@code capacity} has room,
   * the one of the highest priority, and of these the oldest. A slot of a mission whose work it
   * does is running with it.
   *
   * @param fresh what a new session of a client is to be called; a resumed one keeps its own id
   */
  Claiming claim(Capacity capacity, ClaudeSessionId fresh, Instant at);

  /** Stores which process does {@code id}, if it is underway. */
  Launching launched(AttemptId id, ProcessIdentity process, Instant at);

  /** The attempts that have not ended, the one begun first at the front. */
  List<WorkUnderway> unfinished(Limit limit);

  /**
   * Ends {@code id} if it is underway, and takes its worker to where {@link Worker#after} says. In
   * the same step the owner's notice is queued, a slot of a mission whose work it does follows, and
   * workers that waited for this one become ready.
   */
  Finishing finish(AttemptId id, AttemptEnd end, Instant at);

  /** The attempts of {@code worker}, the latest at the front. */
  List<Attempt> attempts(WorkerId worker, Limit limit);

  /** The latest attempt of each of {@code workers}; one that has none is missing. */
  Map<WorkerId, Attempt> latestAttempts(Collection<WorkerId> workers);

  /** Where {@code worker} stands among those that could begin at {@code at}; empty if it cannot. */
  Optional<Turn> turn(WorkerId worker, Instant at);
}
