package dev.engine.persistence;

import dev.engine.domain.ping.PingExamples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Map;
import java.util.SplittableRandom;

/** A store that serves, the folder of its continuous copy, and what is in either. */
final class CopyScene implements AutoCloseable {

  private final Path file;
  private final Path folder;
  private final Path scratch;
  private final SqliteStorage storage;
  private final SqliteCopy copy;

  private CopyScene(Path file, Path folder, Path scratch) {
    this.file = file;
    this.folder = folder;
    this.scratch = scratch;
    this.storage =
        SqliteStorage.serve(
            file,
            TestDatabases.BUSY_TIMEOUT,
            new SplittableRandom(7),
            Serving.standard(System::nanoTime));
    this.copy = storage.copyTo(folder);
  }

  /** Below {@code root}, with nothing copied yet. */
  static CopyScene in(Path root) {
    Path home = emptyFolder(root.resolve("home"));
    return of(TestDatabases.file(home), root);
  }

  /** Of a database that is there, with the same folder for its copy. */
  static CopyScene of(Path file, Path root) {
    return new CopyScene(
        file, emptyFolder(root.resolve("copy")), emptyFolder(root.resolve("scratch")));
  }

  /** The same folder, made if it is not there. */
  static Path emptyFolder(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Copies {@code file} as a store does from its start to its end. */
  static void copyOnce(Path file, Path folder) {
    try (SqliteStorage storage =
            SqliteStorage.open(file, TestDatabases.BUSY_TIMEOUT, new SplittableRandom(7));
        SqliteCopy copy = storage.copyTo(folder)) {
      copy.ship();
    }
  }

  Path file() {
    return file;
  }

  Path folder() {
    return folder;
  }

  SqliteStorage storage() {
    return storage;
  }

  SqliteCopy copy() {
    return copy;
  }

  SqliteDatabase database() {
    return database(file);
  }

  static SqliteDatabase database(Path file) {
    return new SqliteDatabase(file, TestDatabases.BUSY_TIMEOUT, InstantSource.system());
  }

  /** Stores something. */
  void write(String text) {
    storage.pings().send(PingExamples.question(text), PingExamples.NOON);
  }

  /** Stores so many KiB and more in a single commit, as another process would. */
  void writeMuch(int kibibytes) {
    try (Connection connection = Connections.open(file, TestDatabases.BUSY_TIMEOUT)) {
      Sql.update(
          connection,
          """
          WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
          INSERT OR IGNORE INTO priorities (id, content, level, created_at)
          SELECT lower(hex(randomblob(4))), hex(randomblob(512)), 'low', '2026-01-05T12:00:00.000Z'
          FROM n
          """,
          kibibytes);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** What the database holds. */
  Map<String, String> stored() {
    return database().contents();
  }

  /** What a restore from the copy would bring back. */
  Map<String, String> restorable() {
    Path folderOfIt = emptyFolder(scratch.resolve(Long.toHexString(System.nanoTime())));
    return database(TakenCopy.into(folderOfIt, folder, file, TestDatabases.BUSY_TIMEOUT))
        .contents();
  }

  @Override
  public void close() {
    copy.close();
    storage.close();
  }
}
