package dev.engine.persistence;

import dev.engine.domain.database.Backup;
import dev.engine.domain.database.Backups;
import dev.engine.domain.database.DatabaseCareContract;
import dev.engine.domain.database.DatabaseKeeper;
import dev.engine.domain.database.MigrationNumber;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class SqliteDatabaseTest implements DatabaseCareContract {

  @TempDir private Path folder;

  @Override
  public MigrationNumber newest() {
    return new MigrationNumber(CareFolder.NEWEST);
  }

  @Override
  public DatabaseKeeper keeper() {
    return CareFolder.in(folder).keeper();
  }

  @Override
  public Backups backups() {
    return CareFolder.in(folder).backups();
  }

  @Override
  public void store() {
    CareFolder.run(
        CareFolder.in(folder).file(),
        """
        INSERT INTO priorities (id, content, level, created_at)
        SELECT printf('%08x', count(*)), 'x', 'low', '2026-01-05T12:00:00.000Z' FROM priorities
        """);
  }

  @Override
  public void damage(Backup backup) {
    CareFolder.flip(backup.file());
  }

  @Override
  public long rows() {
    return CareFolder.query(CareFolder.in(folder).file(), "SELECT id FROM priorities").size();
  }

  @Override
  public Path copied() {
    Path copy = CopyScene.emptyFolder(folder.resolve("copy"));
    CopyScene.copyOnce(CareFolder.in(folder).file(), copy);
    return copy;
  }
}
