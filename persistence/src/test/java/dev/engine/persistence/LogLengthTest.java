package dev.engine.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.persistence.SqliteDatabase.LogLength;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LogLengthTest {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @TempDir private Path folder;

  @Test
  void theLogGrowsWithWhatIsWrittenAndIsEmptiedByACheckpoint() {
    Path file = TestDatabases.file(folder);
    SqliteDatabase database = new SqliteDatabase(file, PATIENCE, InstantSource.system());
    try (SqliteStorage storage = SqliteStorage.open(file, PATIENCE, new SplittableRandom(7))) {
      storage.probe();
      LogLength written = database.logLength();
      storage.probe();
      LogLength more = database.logLength();
      database.checkpoint(PATIENCE);

      assertThat(written.frames()).isPositive();
      assertThat(more.frames()).isGreaterThan(written.frames());
      assertThat(database.logLength()).isEqualTo(new LogLength(0, 0));
    }
  }
}
