package dev.engine.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.engine.domain.error.EngineException.StorageRefused;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A newer Engine brings the file to its own version while an older one has it open. */
final class NewerSchemaTest {

  private static final int NEWER = SchemaVersion.CURRENT + 1;

  @TempDir private Path folder;

  @Test
  void theOlderOneLeavesTheVersionAsItIs() throws Exception {
    Path file = TestDatabases.file(folder);
    try (SqliteStorage older =
        SqliteStorage.open(file, TestDatabases.BUSY_TIMEOUT, new SplittableRandom(7))) {
      older.probe();
      assertThat(database(file).isOfNewerEngine()).isFalse();
      try (Connection newer = Connections.open(file, TestDatabases.BUSY_TIMEOUT)) {
        Sql.update(newer, "PRAGMA user_version = " + NEWER);
      }

      assertThatThrownBy(older::probe)
          .isInstanceOf(StorageRefused.class)
          .hasMessageContaining("was made by a newer Engine");
      assertThat(version(file)).isEqualTo(NEWER);
      assertThat(database(file).isOfNewerEngine()).isTrue();
    }
  }

  private static SqliteDatabase database(Path file) {
    return new SqliteDatabase(file, TestDatabases.BUSY_TIMEOUT, InstantSource.system());
  }

  private static int version(Path file) throws SQLException {
    try (Connection connection = Connections.openToRead(file)) {
      return Connections.header(connection, "user_version");
    }
  }
}
