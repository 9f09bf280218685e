package dev.engine.domain.install;

import dev.engine.domain.id.WireName;

/** How Claude Code hands an event over. */
public enum HookVia implements WireName {
  /** It runs a program for each. */
  COMMAND("command"),
  /** It posts each that can be posted to a running engine; without one, those are lost. */
  HTTP("http"),
  /** Engine's plugin has it run a program for each; the settings of the project name none. */
  PLUGIN("plugin");

  private final String wireName;

  HookVia(String wireName) {
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
