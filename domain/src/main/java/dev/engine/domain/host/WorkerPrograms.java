package dev.engine.domain.host;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.session.ProcessIdentity;
import dev.engine.domain.worker.AttemptId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * The programs of workers on this machine. They outlive the engine that started them, and whoever
 * comes after it finds out what has become of them. Nothing is ever signalled that is not provably
 * the process of a worker of this home.
 *
 * <p>Safe for several threads. Any method may throw {@link StorageUnavailable} if the files in
 * which all this is kept cannot be read or written.
 */
public interface WorkerPrograms {

  /**
   * Has a program run, in its workspace, which is made if it is missing.
   *
   * @param bell is rung when it has ended, by another thread, if this process is there by then
   */
  Starting start(Launch launch, Runnable bell);

  /** How far {@code attempt} has come. */
  Look look(AttemptId attempt);

  /** Sees to it that {@code attempt}, if it has not begun, never will, and then looks. */
  Look revoke(AttemptId attempt);

  /**
   * Signals all processes of {@code attempt}: those of its program, and what these have left
   * behind.
   */
  void signal(AttemptId attempt, Nudge nudge);

  /** Whether a process of {@code attempt} is still there. */
  boolean isAnyLeft(AttemptId attempt);

  /** Forgets what was written down of {@code attempt}; its workspace stays. */
  void forget(AttemptId attempt);

  /** All of which something is written down, in no order. */
  Set<AttemptId> known();

  /**
   * What is to run.
   *
   * @param command the program, absolute or found on the search path, and its arguments; no shell
   *     reads them
   * @param workspace the folder in which it runs
   * @param input what it reads on standard input
   * @param variables the names of those that it gets besides the usual ones, if they are set
   * @param promise by which it will be judged, whatever commands are by then
   */
  record Launch(
      AttemptId attempt,
      List<String> command,
      Path workspace,
      String input,
      Set<String> variables,
      Promise promise) {}

  /** What a program must have printed at its end. */
  enum Promise {
    /** What came of it, as one JSON object. */
    RESULT_OBJECT,
    NOTHING
  }

  /** What became of a start. */
  sealed interface Starting {

    /** It is on its way; {@code wrapper} is the process that waits for its end. */
    record Started(ProcessIdentity wrapper) implements Starting {}

    /**
     * It cannot run, and never will as it is.
     *
     * @param reason a phrase
     */
    record Refused(String reason) implements Starting {}

    /**
     * What it runs is not there now, as while somebody updates that; others may well run.
     *
     * @param reason a phrase
     */
    record Unready(String reason) implements Starting {}

    /**
     * The machine has not what it takes now, and most likely not for others either.
     *
     * @param reason a phrase
     */
    record Hindered(String reason) implements Starting {}
  }

  /** How far a run has come. */
  sealed interface Look {

    /** It has not begun, and nothing is known that would begin it. */
    record NotBegun() implements Look {}

    /** It is about to begin. */
    record Begins() implements Look {}

    /**
     * It runs, or is stopped.
     *
     * @param age for how long, whatever the clock was set to meanwhile
     */
    record Runs(ProcessIdentity wrapper, Duration age) implements Look {}

    /**
     * Its program has ended.
     *
     * @param exitCode 0 to 255; 128 and more after a signal
     * @param rest whether processes of its group were left
     * @param promise what it was to print, as it was told at its start
     */
    record Ended(int exitCode, Rest rest, Promise promise) implements Look {}

    /** It was killed together with the process that was to write down how it ended. */
    record Vanished() implements Look {}
  }

  /** Whether something outlived a program. */
  enum Rest {
    NONE,
    SOME
  }

  /** How a run is made to end. */
  enum Nudge {
    /** By SIGTERM, also where it is stopped. */
    ASK,
    /** By SIGKILL. */
    KILL
  }
}
