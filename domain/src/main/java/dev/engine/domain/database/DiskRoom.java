package dev.engine.domain.database;

import dev.engine.domain.error.EngineException.InvalidInput;

/**
 * What room the file system of a store has.
 *
 * @param freeBytes what this user may still write there
 * @param databaseBytes the size of the store's file
 * @param reserve what is to stay free
 */
public record DiskRoom(long freeBytes, long databaseBytes, Reserve reserve) {

  /**
   * How much is to stay free: whichever is more.
   *
   * @param bytes at least this, 0 or more
   * @param databases so many times the store's file, 0 or more
   */
  public record Reserve(long bytes, int databases) {

    /**
     * A log of 64 MiB, workers' outputs and a build have room in 1 GiB; a rebuild and a backup each
     * need the file once more.
     */
    public static final Reserve STANDARD = new Reserve(1L << 30, 3);

    /**
     * @throws InvalidInput if one of them is negative
     */
    public Reserve {
      if (bytes < 0 || databases < 0) {
        throw new InvalidInput(
            "reserve of the disk", "0 or more", "%d, %d".formatted(bytes, databases));
      }
    }
  }

  /** How many bytes are to stay free. */
  public long reservedBytes() {
    return Math.max(reserve.bytes(), databaseBytes * reserve.databases());
  }

  /** Whether less is free than is to stay free. */
  public boolean isLow() {
    return freeBytes < reservedBytes();
  }

  /** Such as {@code 310 MiB are free on the disk of the store, 1,024 are to stay free}. */
  public String told() {
    return "%,d MiB are free on the disk of the store, %,d are to stay free"
        .formatted(freeBytes >> 20, reservedBytes() >> 20);
  }
}
