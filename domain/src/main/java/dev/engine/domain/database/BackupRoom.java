package dev.engine.domain.database;

/**
 * What room there is for one more backup.
 *
 * @param freeBytes what this user may still write where backups lie
 * @param neededBytes what the copy and its restore on trial take together, at most
 */
public record BackupRoom(long freeBytes, long neededBytes) {

  private static final long MIB = 1L << 20;

  public boolean isEnough() {
    return freeBytes >= neededBytes;
  }

  /** Such as {@code a backup and its trial need 640 MiB, 310 MiB are free on their disk}. */
  public String told() {
    return "a backup and its trial need %,d MiB, %,d MiB are free on their disk"
        .formatted((neededBytes + MIB - 1) / MIB, freeBytes / MIB);
  }
}
