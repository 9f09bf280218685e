package dev.engine.cli;

import dev.engine.domain.TimeSpan;
import dev.engine.domain.error.EngineException.InvalidInput;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Times to come, as people type them. */
final class Moments {

  private Moments() {}

  /**
   * The time that {@code text} says: {@code 2h} from {@code now}, or one in UTC.
   *
   * @throws InvalidInput if it says none
   */
  static Instant parse(String text, Instant now) {
    try {
      return text.endsWith("Z") ? Instant.parse(text) : now.plus(TimeSpan.parse(text).length());
    } catch (DateTimeParseException | InvalidInput neither) {
      throw new InvalidInput(
          "time", "a span such as 2h, or a time in UTC such as 2026-01-05T13:00:00Z", text);
    }
  }
}
