package dev.engine.persistence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** Fresh database files for tests, built from {@code schema.sql}: on disk, in WAL mode. */
final class TestDatabases {

  static final Duration BUSY_TIMEOUT = Duration.ofSeconds(10);

  private TestDatabases() {}

  /** An empty database in {@code folder}, opened as the engine opens its own. */
  static SqliteStorage storage(Path folder, RandomGenerator random) {
    return SqliteStorage.open(file(folder), BUSY_TIMEOUT, random);
  }

  /** A new file in {@code folder}; two of one test do not meet. */
  static Path file(Path folder) {
    Path file = folder.resolve("system-%s.db".formatted(Long.toHexString(System.nanoTime())));
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("PRAGMA journal_mode = WAL");
      statement.executeUpdate(schema());
    } catch (SQLException impossible) {
      throw new IllegalStateException(impossible);
    }
    return file;
  }

  private static String schema() {
    try (InputStream sql =
        TestDatabases.class.getResourceAsStream("/dev/engine/schema/schema.sql")) {
      return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
