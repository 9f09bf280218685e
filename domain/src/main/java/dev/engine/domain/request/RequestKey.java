package dev.engine.domain.request;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.util.regex.Pattern;

/** What a client calls one request, so that it may send it again: 1 to 128 printable characters. */
public record RequestKey(String value) {

  private static final Pattern SHAPE = Pattern.compile("[!-~]{1,128}");

  /**
   * @throws InvalidInput unless {@code value} is 1 to 128 ASCII characters without spaces
   */
  public RequestKey {
    if (!SHAPE.matcher(value).matches()) {
      throw new InvalidInput("Idempotency-Key", "1 to 128 ASCII characters without spaces", value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
