package dev.engine.domain.database;

import java.util.List;

/** What became of the word to apply a held migration. */
public sealed interface Releasing {

  /**
   * It is applied.
   *
   * @param backup the database as it was, which undoes this when restored
   */
  record Released(Migration migration, Backup backup) implements Releasing {}

  /** It was applied earlier; nothing was changed. */
  record ReleasedBefore(Migration migration) implements Releasing {}

  /** It is not held: {@code migrate} applies it. */
  record NotHeld(Migration migration) implements Releasing {}

  /** There is no such migration. */
  record NoSuchMigration(MigrationNumber number) implements Releasing {}

  /**
   * Others come first.
   *
   * @param pending by number, 1 or more
   */
  record NotYet(Migration migration, List<Migration> pending) implements Releasing {

    public NotYet {
      pending = List.copyOf(pending);
    }
  }

  /**
   * It would lose rows that what replaces them does not have; nothing was changed.
   *
   * @param rows the table that would be dropped and how many of its rows have no partner
   */
  record WouldLose(Migration migration, TableRows rows) implements Releasing {}
}
