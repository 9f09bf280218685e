package dev.engine.domain.attention;

import dev.engine.domain.id.WireName;

/** What kind of thing an item of attention is about. */
public enum AttentionSubject implements WireName {
  BACKUP("backup"),
  HOOKS("hooks"),
  MIGRATION("migration"),
  /** A slot of a scheduled mission. */
  MISSION("mission"),
  NOTIFICATION("notification"),
  PING("ping"),
  SCHEDULED_MISSION("scheduled_mission"),
  SESSION("session"),
  SPOOL("spool"),
  STORE("store"),
  WORKER("worker");

  private final String wireName;

  AttentionSubject(String wireName) {
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
