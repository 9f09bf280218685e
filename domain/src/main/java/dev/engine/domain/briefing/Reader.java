package dev.engine.domain.briefing;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.util.regex.Pattern;

/** Who looks: 1 to 64 lower-case letters, digits and dashes. */
public record Reader(String value) {

  // First: the constant below is checked against it.
  private static final Pattern SHAPE = Pattern.compile("[a-z0-9-]{1,64}");

  /** Whoever does not say who they are: there is one person as a rule. */
  public static final Reader PERSON = new Reader("person");

  /**
   * @throws InvalidInput unless {@code value} is 1 to 64 lower-case letters, digits and dashes
   */
  public Reader {
    if (!SHAPE.matcher(value).matches()) {
      throw new InvalidInput("reader", "1 to 64 lower-case letters, digits and dashes", value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
