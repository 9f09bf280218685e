package dev.engine.domain.hook;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.time.Duration;
import java.time.Instant;

/**
 * How a hook's event came in.
 *
 * @param event the client's name of it, such as {@code PreToolUse}: 1 to 64 characters of {@code
 *     A-Z a-z 0-9 . _ -}
 * @param took from the call of the hook until its event was about to be stored, to the microsecond;
 *     by {@link Door#SPOOL} that is no time that a session waited
 */
public record Arrival(HookEventId eventId, String event, Door door, Duration took) {

  /** What a session may be held up by one call. After it, the event goes to the spool. */
  public static final Duration BUDGET = Duration.ofSeconds(2);

  /** What an event is called whose name is none. */
  public static final String UNNAMED = "unnamed";

  private static final int MAX_NAME = 64;

  /**
   * @throws InvalidInput if {@code event} has another shape, or {@code took} is negative
   */
  public Arrival {
    if (!isName(event)) {
      throw new InvalidInput("event name", "1 to 64 letters, digits, dots and dashes", event);
    }
    if (took.isNegative()) {
      throw new InvalidInput("time taken", "no less than nothing", took.toString());
    }
  }

  /**
   * The arrival of a call.
   *
   * @param said what the client calls the event: any text
   * @param stored when it is about to be stored; before {@code called} if the clock was set back,
   *     which then counts as no time
   */
  public static Arrival of(
      HookEventId eventId, String said, Door door, Instant called, Instant stored) {
    Duration took = Duration.between(called, stored);
    return new Arrival(
        eventId, isName(said) ? said : UNNAMED, door, took.isNegative() ? Duration.ZERO : took);
  }

  /** Whether the client had to wait longer than it should. */
  public boolean isOverBudget() {
    return door != Door.SPOOL && took.compareTo(BUDGET) > 0;
  }

  private static boolean isName(String text) {
    return !text.isEmpty() && text.length() <= MAX_NAME && text.chars().allMatch(Arrival::isPlain);
  }

  private static boolean isPlain(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '.'
        || c == '_'
        || c == '-';
  }
}
