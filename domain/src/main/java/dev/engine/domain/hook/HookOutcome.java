package dev.engine.domain.hook;

import dev.engine.domain.id.WireName;

/** What became of a hook's event. */
public enum HookOutcome implements WireName {
  /** It changed its session. */
  STORED("stored"),
  /** It was understood and changed nothing. */
  UNCHANGED("unchanged"),
  /** It was no event: not JSON, of no session, or too long. */
  REFUSED("refused");

  private final String wireName;

  HookOutcome(String wireName) {
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
