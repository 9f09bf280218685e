package dev.engine.benchmarks;

import dev.engine.domain.Storage;
import dev.engine.persistence.SqliteStorage;
import java.io.IOException;
import java.sql.SQLException;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * A store as the engine serves it, every table of which has the same number of rows.
 *
 * @param random picks the rows that are asked for
 */
record GrownStore(
    ScratchStore scratch,
    SqliteStorage sqlite,
    int rows,
    RandomGenerator.SplittableGenerator random)
    implements AutoCloseable {

  /** A new one. */
  static GrownStore create(int rows) throws IOException, SQLException {
    ScratchStore scratch = ScratchStore.create();
    FilledTables.fill(scratch.file(), rows);
    return new GrownStore(scratch, scratch.serve(), rows, new SplittableRandom(rows));
  }

  Storage storage() {
    return sqlite;
  }

  /** The number of any row. */
  long any() {
    return random.nextInt(1, rows + 1);
  }

  /** The number of the row of any live session. */
  long anyLive() {
    return (long) rows - random.nextInt(FilledTables.LIVE);
  }

  /** The number of the row of any session that half of the journal is about. */
  long anyBusy() {
    return (long) rows - random.nextInt(FilledTables.BUSY);
  }

  @Override
  public void close() throws IOException {
    sqlite.close();
    scratch.close();
  }
}
