package dev.engine.domain.journal;

import dev.engine.domain.id.WireName;

/** Who made a change: the door that it came in by. */
public enum Actor implements WireName {
  /** A hook of Claude Code. */
  HOOK("hook"),

  /** A command line. */
  CLI("cli"),

  /** A request to the HTTP API. */
  HTTP("http"),

  /** A tool call of an agent. */
  MCP("mcp"),

  /** Engine itself, unasked. */
  ENGINE("engine");

  private final String wireName;

  Actor(String wireName) {
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
