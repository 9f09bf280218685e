package dev.engine.app.log;

import dev.engine.domain.id.WireName;
import java.util.logging.Level;

/** How much is written to the log: what has this weight, or more. */
public enum LogLevel implements WireName {
  ERROR("error", Level.SEVERE),
  WARN("warn", Level.WARNING),
  INFO("info", Level.INFO),
  DEBUG("debug", Level.FINE);

  private final String wireName;
  private final Level level;

  LogLevel(String wireName, Level level) {
    this.wireName = wireName;
    this.level = level;
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
    return level;
  }
}
