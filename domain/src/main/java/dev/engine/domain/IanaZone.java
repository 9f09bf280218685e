package dev.engine.domain;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.time.ZoneId;

/**
 * A time zone as people name it, such as {@code Europe/Berlin}. Rows of a store are not held to it:
 * what was taken once is read back.
 */
public final class IanaZone {

  private IanaZone() {}

  /**
   * The zone that {@code text} names.
   *
   * @throws InvalidInput if it names none
   */
  public static ZoneId parse(String text) {
    return parse("time zone", text);
  }

  /**
   * The zone that {@code text} names. Offsets such as {@code +01:00} are left out: they know no
   * summer time.
   *
   * @param what names the text in the failure, such as {@code timezone}
   * @throws InvalidInput if it names none
   */
  public static ZoneId parse(String what, String text) {
    if (!ZoneId.getAvailableZoneIds().contains(text)) {
      throw new InvalidInput(what, "an IANA time zone such as Europe/Berlin", text);
    }
    return ZoneId.of(text);
  }
}
