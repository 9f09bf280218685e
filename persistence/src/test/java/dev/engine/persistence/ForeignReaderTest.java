package dev.engine.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.ping.PingExamples;
import dev.engine.persistence.SqliteDatabase.Checkpoint;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that reads and does not end keeps the log from being emptied, and is named. */
final class ForeignReaderTest {

  private static final Duration SOON = Duration.ofMillis(50);

  @TempDir private Path folder;

  @Test
  void theLogIsHeldWhileItReadsAndEmptiedWhenItIsGone() throws Exception {
    Path file = TestDatabases.file(folder);
    SqliteDatabase database = new SqliteDatabase(file, SOON, InstantSource.system());
    try (SqliteStorage storage =
        SqliteStorage.open(file, TestDatabases.BUSY_TIMEOUT, new SplittableRandom(7))) {
      storage.pings().send(PingExamples.question("Before?"), PingExamples.NOON);
      Process reader = ChildJvm.start(Reading.class, entry -> true, file.toString());
      assertThat(ChildJvm.line(reader)).isEqualTo("reads");
      storage.pings().send(PingExamples.question("After?"), PingExamples.NOON);

      Checkpoint whileItReads = database.checkpoint(SOON);

      assertThat(whileItReads).isEqualTo(Checkpoint.IN_USE);
      assertThat(storage.walBytes()).isPositive();
      assertThat(database.readers()).containsExactly(reader.pid());

      reader.destroyForcibly().waitFor();

      assertThat(database.readers()).isEmpty();
      assertThat(database.checkpoint(SOON)).isEqualTo(Checkpoint.EMPTIED);
      assertThat(storage.walBytes()).isZero();
    }
  }

  /** Begins to read, and thinks. */
  static final class Reading {
    public static void main(String... arguments) throws Exception {
      Connection connection =
          Connections.openReader(Path.of(arguments[0]), TestDatabases.BUSY_TIMEOUT);
      try (Statement statement = connection.createStatement()) {
        statement.execute("BEGIN");
        statement.executeQuery("SELECT count(*) FROM pings").next();
      }
      System.out.println("reads");
      System.in.read();
    }
  }
}
