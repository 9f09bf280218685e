package dev.engine.domain.attention;

import dev.engine.domain.id.WireName;

/** What kind of thing waits for the person. */
public enum AttentionKind implements WireName {
  PING("ping", AttentionSubject.PING),
  /** A worker goes on only once it is answered, and the ping that asks it was seen. */
  WORKER_ASKS("worker_asks", AttentionSubject.PING),
  SESSION_WAITING("session_waiting", AttentionSubject.SESSION),
  WORKER_FAILED("worker_failed", AttentionSubject.WORKER),
  MISSION_FAILED("mission_failed", AttentionSubject.MISSION),
  /** Its latest slot was passed over. */
  MISSION_SKIPPED("mission_skipped", AttentionSubject.MISSION),
  /** Its next slot is past, and nothing has run it. */
  MISSION_OVERDUE("mission_overdue", AttentionSubject.SCHEDULED_MISSION),
  /** It was offered as often as it may be, and nobody was told. */
  NOTICE_DEAD("notice_dead", AttentionSubject.NOTIFICATION),
  MIGRATION_HELD("migration_held", AttentionSubject.MIGRATION),
  EVENTS_SET_ASIDE("events_set_aside", AttentionSubject.SPOOL),
  /** Events that were fired to see whether events arrive did not. */
  CANARY_LOST("canary_lost", AttentionSubject.HOOKS),
  /** The last attempt at a backup came to nothing, or a backup is not what it was. */
  BACKUP_FAILED("backup_failed", AttentionSubject.BACKUP),
  /** The last good backup is too old, or there never was one. */
  BACKUP_STALE("backup_stale", AttentionSubject.BACKUP),
  /** The continuous copy stands still. */
  COPY_STALE("copy_stale", AttentionSubject.STORE),
  /** Less is free on the store's disk than is to stay free. */
  DISK_LOW("disk_low", AttentionSubject.STORE),
  /** The write-ahead log is too long, because somebody keeps it from being emptied. */
  LOG_HELD("log_held", AttentionSubject.STORE);

  private final String wireName;
  private final AttentionSubject subject;

  AttentionKind(String wireName, AttentionSubject subject) {
    this.wireName = wireName;
    this.subject = subject;
  }

  /** What items of this kind are about. */
  public AttentionSubject subject() {
    return subject;
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
