package dev.engine.domain.conversation;

import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.id.HexId;
import java.time.LocalDate;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The stable identity of a line of sessions, such as {@code chief-2026-01-05} or {@code
 * builder-3fa94c01}.
 */
public record ConversationId(String value) {

  /** How every conversation of a chief begins. What comes behind it is a date and sorts as one. */
  public static final String CHIEF = "chief-";

  private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

  /**
   * @throws InvalidInput unless {@code value} is 1 to 64 lower-case letters, digits and dashes, the
   *     first not a dash
   */
  public ConversationId {
    if (!SHAPE.matcher(value).matches()) {
      throw new InvalidInput(
          "conversation id", "1 to 64 lower-case letters, digits and dashes", value);
    }
  }

  /** The chief's conversation of {@code day}, a date in the configured zone. */
  public static ConversationId chief(LocalDate day) {
    return new ConversationId(CHIEF + day);
  }

  /**
   * A fresh conversation for one task.
   *
   * @param role the wire name of the role it is for
   */
  public static ConversationId forTask(String role, RandomGenerator random) {
    return new ConversationId(role + "-" + HexId.random(random));
  }

  /** Whether it is one of a chief's days. */
  public boolean isChiefs() {
    return value.startsWith(CHIEF);
  }

  /** Whether both are days of a chief, and this is the earlier one. */
  public boolean isEarlierDayThan(ConversationId other) {
    return isChiefs() && other.isChiefs() && value.compareTo(other.value) < 0;
  }

  @Override
  public String toString() {
    return value;
  }
}
