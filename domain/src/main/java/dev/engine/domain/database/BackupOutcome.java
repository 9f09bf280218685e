package dev.engine.domain.database;

import dev.engine.domain.id.WireName;

/** How far a backup can be relied on. */
public enum BackupOutcome implements WireName {
  /** It is what was there, sound or not. */
  KEPT("kept"),
  /** It was verified after it was taken. */
  TAKEN("taken"),
  /** It was restored on trial, and gave the same answers. */
  PROVEN("proven"),
  /** It is not what it was, or nothing came of it. */
  FAILED("failed");

  private final String wireName;

  BackupOutcome(String wireName) {
    this.wireName = wireName;
  }

  /** Whether such a backup can be gone back to, as far as is known. */
  public boolean isGood() {
    return this == TAKEN || this == PROVEN;
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
