package dev.engine.domain.mission;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.util.regex.Pattern;

/** The name a person gives a scheduled mission to type it by, such as {@code nightly-report}. */
public record Slug(String value) {

  private static final Pattern SHAPE = Pattern.compile("[a-z0-9-]{1,64}");

  /**
   * @throws InvalidInput unless {@code value} is 1 to 64 lower-case letters, digits and dashes
   */
  public Slug {
    if (!SHAPE.matcher(value).matches()) {
      throw new InvalidInput("slug", "1 to 64 lower-case letters, digits and dashes", value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
