package dev.engine.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.nio.file.Path;
import java.sql.Connection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a copy of a log makes of one that has begun anew. */
final class ShippedLogTest {

  @TempDir private Path root;

  private Path file;
  private Connection writer;
  private LogPin pin;
  private ShippedLog log;

  @BeforeEach
  void open() throws Exception {
    file = TestDatabases.file(CopyScene.emptyFolder(root.resolve("home")));
    writer = Connections.open(file, TestDatabases.BUSY_TIMEOUT);
    empty();
    CopyFolder folder = new CopyFolder(CopyScene.emptyFolder(root.resolve("copy")), file);
    folder.claim();
    try (UnfinishedFile whole = folder.unfinished()) {
      new PlainReads(file).copyTo(whole.path(), () -> true);
      folder.install(whole);
    }
    pin = LogPin.of(file, TestDatabases.BUSY_TIMEOUT);
    pin.hold();
    log = new ShippedLog(file, LogWatch.of(file), folder, pin);
  }

  @AfterEach
  void close() throws Exception {
    pin.close();
    writer.close();
  }

  @Test
  void oneThatWasKeptIsFollowedIntoTheNext() throws Exception {
    write();
    log.follow();
    LogHeader before = log.place().header();
    pin.release(); // as in a pause of all writers
    empty();
    pin.hold();
    write();

    log.follow();

    assertThat(log.place().header()).isNotEqualTo(before);
    assertThat(log.place().frames()).isEqualTo(SqliteDatabase.logLength(writer).frames());
  }

  /** Somebody else has let go of it, and what was written then may be gone. */
  @Test
  void oneThatWasNotKeptIsNotFollowed() throws Exception {
    write();
    log.follow();
    pin.release();
    write();
    empty();
    write();

    assertThatThrownBy(log::follow)
        .isInstanceOf(StorageUnavailable.class)
        .hasMessageContaining("was not kept");

    assertThat(pin.moveOn()).isFalse();
  }

  private void write() throws Exception {
    Sql.update(
        writer,
        """
        INSERT INTO priorities (id, content, level, created_at)
        SELECT printf('%08x', count(*)), 'x', 'low', '2026-01-05T12:00:00.000Z' FROM priorities
        """);
  }

  private void empty() throws Exception {
    Sql.first(writer, row -> row.getInt(1), "PRAGMA wal_checkpoint(TRUNCATE)");
  }
}
