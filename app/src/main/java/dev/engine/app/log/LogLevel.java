package dev.engine.app.log;

import dev.engine.domain.id.WireName;
import java.util.logging.Level;

/** How much is written to the log: what has this weight, or more. */
public enum LogLevel implements WireName {
  ERROR("error"),
  WARN("warn"),
  INFO("info"),
  DEBUG("debug");

  private final String wireName;

  LogLevel(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }

  @Override
  public String toString() {
    return wireName;
  }

  Level level() {
    return switch (this) {
      case ERROR -> Level.SEVERE;
      case WARN -> Level.WARNING;
      case INFO -> Level.INFO;
      case DEBUG -> Level.FINE;
    };
  }
}
