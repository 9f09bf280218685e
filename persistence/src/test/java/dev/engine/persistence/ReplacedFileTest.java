package dev.engine.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.ping.PingExamples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new file whose rows are still in its log, as a full disk leaves it, replaces nothing. */
final class ReplacedFileTest {

  @TempDir private Path folder;

  private Path file;
  private Path ready;

  @BeforeEach
  void makeBoth() throws Exception {
    file = TestDatabases.file(folder);
    ready = folder.resolve("ready.db");
    Files.copy(file, ready);
  }

  @Test
  void theHeldFileStays() throws Exception {
    try (Connection reader = leftInItsLog();
        ExclusiveHold hold = ExclusiveHold.take(file, Duration.ofSeconds(10)).orElseThrow()) {
      assertThat(reader.isClosed()).isFalse();

      assertThatThrownBy(() -> hold.replaceBy(ready))
          .isInstanceOf(StorageUnavailable.class)
          .hasMessageContaining("could not be written to its end");
    }
    assertThat(file).exists();
    assertThat(ready).exists();
  }

  @Test
  void aWreckStays() throws Exception {
    Files.writeString(file, "no database");
    BackupFolder backups = new BackupFolder(folder.resolve("backups"));
    Copies copies = new Copies(backups, InstantSource.system());
    try (Connection reader = leftInItsLog()) {
      assertThat(reader.isClosed()).isFalse();

      assertThatThrownBy(() -> copies.replaceWreck(file, ready))
          .isInstanceOf(StorageUnavailable.class);
    }
    assertThat(file).hasContent("no database");
  }

  /** A connection that reads keeps the log from being copied when the last writer closes. */
  private Connection leftInItsLog() throws SQLException {
    Connection reader = Connections.openReader(ready, TestDatabases.BUSY_TIMEOUT);
    Sql.update(reader, "BEGIN");
    StoredTables.names(reader);
    try (SqliteStorage storage =
        SqliteStorage.open(ready, TestDatabases.BUSY_TIMEOUT, new SplittableRandom(7))) {
      storage.pings().send(PingExamples.question("In the log?"), PingExamples.NOON);
    }
    return reader;
  }
}
