package dev.engine.services.contact;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.util.regex.Pattern;

/** The country that numbers without a country code are of: two capitals, such as {@code DE}. */
public record PhoneRegion(String code) {

  private static final Pattern SHAPE = Pattern.compile("[A-Z]{2}");

  /** No country: only a number with its country code is understood. */
  public static final PhoneRegion NONE = new PhoneRegion("ZZ");

  /**
   * @throws InvalidInput unless {@code code} is two capitals
   */
  public PhoneRegion {
    if (!SHAPE.matcher(code).matches()) {
      throw new InvalidInput("phone region", "a country code of two capitals", code);
    }
  }
}
