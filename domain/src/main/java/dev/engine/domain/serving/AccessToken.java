package dev.engine.domain.serving;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.util.regex.Pattern;

/**
 * What whoever calls a running engine shows it. Not printed by {@code toString}.
 *
 * @param value 22..256 letters, digits and {@code - . _ ~ + / =}; 22 of them carry 128 bits
 */
public record AccessToken(String value) {

  /** What a bearer token may consist of (RFC 6750). */
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._~+/=-]{22,256}");

  /**
   * @throws InvalidInput unless {@code value} has that shape; it does not repeat the value
   */
  public AccessToken {
    if (!SHAPE.matcher(value).matches()) {
      throw new InvalidInput(
          "access token",
          "22 to 256 letters, digits and -._~+/=",
          value.length() + " characters, not shown");
    }
  }

  @Override
  public String toString() {
    return "AccessToken[hidden]";
  }
}
