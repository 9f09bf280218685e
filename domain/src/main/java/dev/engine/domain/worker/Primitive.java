package dev.engine.domain.worker;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.util.regex.Pattern;

/** What kind of work a worker does. Open: any lower kebab case name of 1 to 32. */
public record Primitive(String value) {

  // First: the constants below are checked against it.
  private static final Pattern SHAPE = Pattern.compile("[a-z0-9-]{1,32}");

  public static final Primitive RESEARCH = new Primitive("research");
  public static final Primitive ANALYZE = new Primitive("analyze");
  public static final Primitive ORGANIZE = new Primitive("organize");
  public static final Primitive WRITE = new Primitive("write");
  public static final Primitive BUILD = new Primitive("build");
  public static final Primitive REVIEW = new Primitive("review");
  public static final Primitive MONITOR = new Primitive("monitor");

  /**
   * @throws InvalidInput unless {@code value} is 1 to 32 lower-case letters, digits and dashes
   */
  public Primitive {
    if (!SHAPE.matcher(value).matches()) {
      throw new InvalidInput("primitive", "1 to 32 lower-case letters, digits and dashes", value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
