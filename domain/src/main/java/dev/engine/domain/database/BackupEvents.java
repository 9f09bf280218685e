package dev.engine.domain.database;

import dev.engine.domain.journal.EventKind;
import dev.engine.domain.journal.Facts;
import dev.engine.domain.journal.Happening;
import dev.engine.domain.journal.Subject;
import java.time.Instant;

/** What the journal is told of backups. */
public final class BackupEvents {

  /** There is one more, and it was verified. */
  public static final EventKind TAKEN = new EventKind("backup.taken");

  /** One was restored on trial, and gave the same answers. */
  public static final EventKind PROVEN = new EventKind("backup.proven");

  /** An attempt came to nothing, or a backup is not what it was. */
  public static final EventKind FAILED = new EventKind("backup.failed");

  /** One is gone. */
  public static final EventKind REMOVED = new EventKind("backup.removed");

  private BackupEvents() {}

  /** What a new backup tells. */
  public static Happening taken(Backup backup, BackupSeal seal) {
    Facts facts =
        Facts.NONE
            .with("name", backup.name())
            .with("bytes", backup.bytes())
            .with("sha256", seal.sha256())
            .with("journalHead", seal.journalHead());
    return of(TAKEN, backup.fileName(), backup.takenAt(), facts);
  }

  /** What a successful trial at {@code at} tells. */
  public static Happening proven(Backup backup, Instant at) {
    return of(
        PROVEN, backup.fileName(), at, Facts.NONE.with("takenAt", backup.takenAt().toString()));
  }

  /** What a backup that is not what it was tells. */
  public static Happening failed(Backup backup, BackupSeal.State.Failed failed) {
    return of(FAILED, backup.fileName(), failed.at(), Facts.NONE.with("reason", failed.reason()));
  }

  /** What an attempt that came to nothing tells. */
  public static Happening failed(BackupName name, String reason, Instant at) {
    return of(FAILED, name.value(), at, Facts.NONE.with("reason", reason));
  }

  /** What tells that a backup is gone. */
  public static Happening removed(String fileName, Instant at) {
    return of(REMOVED, fileName, at, Facts.NONE);
  }

  private static Happening of(EventKind kind, String id, Instant at, Facts facts) {
    return new Happening(at, kind, null, null, new Subject(Subject.Kind.BACKUP, id), facts);
  }
}
