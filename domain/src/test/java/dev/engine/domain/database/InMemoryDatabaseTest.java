package dev.engine.domain.database;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;

final class InMemoryDatabaseTest implements DatabaseCareContract {

  private final InMemoryDatabase database =
      new InMemoryDatabase(
          Path.of("system.db"), InstantSource.fixed(Instant.parse("2026-01-05T12:00:00Z")));

  @Override
  public MigrationNumber newest() {
    return InMemoryDatabase.FREE.number();
  }

  @Override
  public DatabaseKeeper keeper() {
    return database;
  }

  @Override
  public Backups backups() {
    return database;
  }

  @Override
  public void store() {
    database.store();
  }

  @Override
  public void damage(Backup backup) {
    database.damage(backup);
  }

  @Override
  public long rows() {
    return database.rows();
  }

  @Override
  public Path copied() {
    Path folder = Path.of("copy");
    database.copyTo(folder);
    return folder;
  }
}
