package dev.engine.domain.attention;

import dev.engine.domain.id.WireName;

/** What kind of thing waits for the person. */
public enum AttentionKind implements WireName {
  PING("ping"),
  SESSION_WAITING("session_waiting"),
  WORKER_FAILED("worker_failed"),
  MISSION_FAILED("mission_failed"),
  /** Its latest slot was passed over. */
  MISSION_SKIPPED("mission_skipped"),
  /** Its next slot is past, and nothing has run it. */
  MISSION_OVERDUE("mission_overdue"),
  /** It was offered as often as it may be, and nobody was told. */
  NOTICE_DEAD("notice_dead"),
  MIGRATION_HELD("migration_held"),
  EVENTS_SET_ASIDE("events_set_aside"),
  /** Events that were fired to see whether events arrive did not. */
  CANARY_LOST("canary_lost"),
  /** The last attempt at a backup came to nothing, or a backup is not what it was. */
  BACKUP_FAILED("backup_failed"),
  /** The last good backup is too old, or there never was one. */
  BACKUP_STALE("backup_stale");

  private final String wireName;

  AttentionKind(String wireName) {
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
