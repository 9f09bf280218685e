package dev.engine.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.persistence.SqliteDatabase.LogLength;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What SQLite holds on to for a pin, and what it does without one. */
final class LogPinTest {

  @TempDir private Path folder;

  private Path file;
  private Connection writer;
  private LogPin pin;

  @BeforeEach
  void open() {
    file = TestDatabases.file(folder);
    writer = Connections.open(file, TestDatabases.BUSY_TIMEOUT);
    pin = LogPin.of(file, TestDatabases.BUSY_TIMEOUT);
  }

  @AfterEach
  void close() throws Exception {
    pin.close();
    writer.close();
  }

  @Test
  void onTheFileAloneNobodyChangesTheFile() throws Exception {
    checkpoint("TRUNCATE");
    pin.hold();
    byte[] before = read(file);
    write();

    boolean isMoved = checkpoint("PASSIVE");

    assertThat(isMoved).isFalse();
    assertThat(log()).isEqualTo(new LogLength(log().frames(), 0));
    assertThat(read(file)).isEqualTo(before);
  }

  @Test
  void onTheFileAloneTheLogBeginsAnewOnlyWhereItWasTaken() throws Exception {
    write();
    checkpoint("PASSIVE");
    pin.hold();
    LogHeader pinned = header();
    write();
    LogHeader anew = header();
    checkpoint("PASSIVE");

    write();

    assertThat(anew.firstSalt()).isEqualTo(pinned.firstSalt() + 1);
    assertThat(header()).isEqualTo(anew);
    assertThat(log().movedFrames()).isZero();
  }

  @Test
  void onAPlaceInTheLogItDoesNotBeginAnew() throws Exception {
    checkpoint("TRUNCATE");
    write();
    pin.hold();
    LogHeader pinned = header();
    checkpoint("PASSIVE");
    assertThat(log().movedFrames()).isEqualTo(log().frames());

    write();

    assertThat(header()).isEqualTo(pinned);
  }

  @Test
  void oneThatMovesOnHoldsWhatWasWrittenSince() throws Exception {
    checkpoint("TRUNCATE");
    pin.hold();
    write();
    LogHeader pinned = header();

    pin.hold();

    checkpoint("PASSIVE");
    write();
    assertThat(header()).isEqualTo(pinned);
    assertThat(pin.isHeld()).isTrue();
  }

  @Test
  void oneThatIsReleasedHoldsNothing() throws Exception {
    write();
    pin.hold();

    pin.release();
    pin.release();

    assertThat(pin.isHeld()).isFalse();
    assertThat(checkpoint("TRUNCATE")).isTrue();
  }

  private void write() throws Exception {
    Sql.update(
        writer,
        """
        INSERT INTO priorities (id, content, level, created_at)
        SELECT printf('%08x', count(*)), 'x', 'low', '2026-01-05T12:00:00.000Z' FROM priorities
        """);
  }

  /** Whether nobody was in the way. */
  private boolean checkpoint(String mode) throws Exception {
    try (Connection other = Connections.open(file, Duration.ofMillis(20))) {
      return Sql.first(
              other,
              row -> row.getInt("log") == row.getInt("checkpointed") && row.getInt("busy") == 0,
              "PRAGMA wal_checkpoint(%s)".formatted(mode))
          .orElseThrow();
    }
  }

  private LogLength log() throws Exception {
    return SqliteDatabase.logLength(writer);
  }

  private LogHeader header() {
    return LogHeader.parse(new PlainReads(file).log(0, LogHeader.BYTES)).orElseThrow();
  }

  /** By another process: to read it here would drop our locks. */
  private byte[] read(Path live) throws Exception {
    Path copy = Files.createTempFile(folder, "read", ".db");
    new PlainReads(live).copyTo(copy, () -> true);
    return Files.readAllBytes(copy);
  }
}
