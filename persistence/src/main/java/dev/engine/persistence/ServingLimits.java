package dev.engine.persistence;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.time.Duration;

/**
 * How much a store takes on that serves many callers.
 *
 * @param waiting how many writes, and how many reads, may wait, at least 1; one more is refused
 * @param batch how many writes are committed together, at least 1
 * @param batchTime after which no further write joins those that are about to be committed, so that
 *     other processes get their turn
 * @param readers how many reads are done at the same time, at least 1
 * @param longestRead how long one read may last before {@link SqliteStorage#endLongReads} ends it
 */
public record ServingLimits(
    int waiting, int batch, Duration batchTime, int readers, Duration longestRead) {

  /**
   * For one machine with some dozens of sessions. A batch is as large as what 64 callers that each
   * wait for an answer, and as many hooks, can have under way; its time is a third of what a person
   * notices. Four readers keep two cores busy while one of them waits for the disk. What takes a
   * reader ten seconds keeps others from it, and the log from being begun anew.
   */
  public static final ServingLimits STANDARD =
      new ServingLimits(1_024, 128, Duration.ofMillis(30), 4, Duration.ofSeconds(10));

  /**
   * @throws InvalidInput if a number is below 1 or a time is negative
   */
  public ServingLimits {
    checked("writes that may wait", waiting);
    checked("writes in a batch", batch);
    checked("readers", readers);
    checked("time of a batch", batchTime);
    checked("time of a read", longestRead);
  }

  private static void checked(String what, Duration time) {
    if (time.isNegative()) {
      throw new InvalidInput(what, "0 or more", time.toString());
    }
  }

  private static void checked(String what, int number) {
    if (number < 1) {
      throw new InvalidInput(what, "at least 1", Integer.toString(number));
    }
  }
}
