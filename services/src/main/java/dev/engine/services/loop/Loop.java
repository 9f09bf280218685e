package dev.engine.services.loop;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.time.Duration;

/**
 * Work that is done again and again.
 *
 * @param name one or two lower-case words with hyphens, such as {@code retention}
 * @param every how long it rests between two rounds; positive
 * @param longestRest how long it rests at most after failures in a row; positive
 */
public record Loop(String name, Duration every, Duration longestRest, Work work) {

  /** For what is promised within a second: it is to be so too when a trouble is just over. */
  public static final Duration SHORT_REST = Duration.ofSeconds(1);

  /** A failure often has a cause that lasts, and trying again costs something. */
  private static final Duration LONGEST_REST = Duration.ofMinutes(5);

  /**
   * @throws InvalidInput unless {@code every} and {@code longestRest} are positive
   */
  public Loop {
    if (!every.isPositive()) {
      throw new InvalidInput("interval of loop " + name, "positive", every.toString());
    }
    if (!longestRest.isPositive()) {
      throw new InvalidInput("longest rest of loop " + name, "positive", longestRest.toString());
    }
  }

  /** One that rests for five minutes at most after failures, also if it has its turn less often. */
  public Loop(String name, Duration every, Work work) {
    this(name, every, LONGEST_REST, work);
  }

  /** One round; any failure of it is noted, and the loop goes on. */
  @FunctionalInterface
  public interface Work {

    /** Does what there is to do now, and says whether more of it is left. */
    Rest run();
  }

  /** What a round leaves behind. */
  public enum Rest {
    /** All was done, so that the loop can rest. */
    NOTHING_LEFT,
    /** A part was done, and the next may follow at once. */
    MORE_TO_DO
  }
}
