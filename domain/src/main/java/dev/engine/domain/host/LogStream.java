package dev.engine.domain.host;

import dev.engine.domain.id.WireName;

/** Where a program prints to. */
public enum LogStream implements WireName {
  /** What it has to say. */
  STDOUT("stdout"),
  /** What it complains of. */
  STDERR("stderr");

  private final String wireName;

  LogStream(String wireName) {
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
}
