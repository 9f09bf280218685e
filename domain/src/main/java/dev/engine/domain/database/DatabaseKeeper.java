package dev.engine.domain.database;

import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.domain.error.EngineException.StorageRefused;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.nio.file.Path;

/**
 * The care for one database file.
 *
 * <p>Each method is one atomic step and safe against other processes on the same file: whenever it
 * is cut off, even by a kill, the file is as it was before or as it is after. Any of them may throw
 * {@link StorageUnavailable}, or {@link StorageRefused} for a file that is damaged, not Engine's or
 * of a newer Engine. {@code DatabaseCareContract} is this interface in tests.
 */
public interface DatabaseKeeper {

  /** What there is to know about the file without reading its rows. */
  DatabaseStatus status();

  /**
   * Makes the file if there is none, and applies every migration that is not held, also those
   * numbered above a held one. Takes a backup first if there are rows.
   */
  Migrating migrate();

  /** Applies a held migration, after a backup that undoes it and a look at what it would lose. */
  Releasing release(MigrationNumber number);

  /**
   * Builds the file anew from the schema, with every row of every table and column that still has a
   * place, and swaps it in while nobody is connected. A file that is not up to date is left alone.
   *
   * @param progress in rows
   * @throws StorageUnavailable if there is no file
   */
  Rebuilding rebuild(Progress progress);

  /**
   * Takes over a database that has no history of migrations, if its schema equals one of the
   * versions there have been: notes that version, brings it up, and puts it in place of this one.
   *
   * @param file never written to, unless it is this database itself
   * @throws NotFound if there is no such file
   */
  Adopting adopt(Path file);

  /**
   * Looks at every page and every row of this database.
   *
   * @param progress in tables
   * @throws StorageUnavailable if there is no file
   */
  Verification verify(Progress progress);

  /**
   * Looks at every page and every row of another database, without changing it.
   *
   * @param progress in tables
   * @throws NotFound if there is no such file
   */
  Verification verify(Path file, Progress progress);
}
