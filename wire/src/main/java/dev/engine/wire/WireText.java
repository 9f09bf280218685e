package dev.engine.wire;

import dev.engine.domain.id.WireName;
import dev.engine.domain.journal.Facts;
import dev.engine.domain.mission.Schedule;
import java.time.Instant;
import java.time.ZoneId;

/** Which values in the records of this package are one JSON string, and which one. */
public final class WireText {

  private static final String DOMAIN = "dev.engine.domain.";

  private WireText() {}

  /**
   * Whether values of {@code type} are one JSON string. Of the domain nothing else stands in a
   * record, but for {@link Facts}: what has parts has a record of its own here.
   */
  public static boolean isText(Class<?> type) {
    return type == String.class
        || type == Instant.class
        || ZoneId.class.isAssignableFrom(type)
        || WireName.class.isAssignableFrom(type)
        || (type.getName().startsWith(DOMAIN) && type != Facts.class);
  }

  /** The text of {@code value}, whose type {@link #isText}. */
  public static String of(Object value) {
    return switch (value) {
      case WireName name -> name.wireName();
      case Schedule schedule -> schedule.text();
      default -> value.toString();
    };
  }
}
