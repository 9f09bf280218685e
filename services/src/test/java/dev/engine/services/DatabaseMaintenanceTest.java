package dev.engine.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.engine.domain.database.Adopting;
import dev.engine.domain.database.BackupName;
import dev.engine.domain.database.InMemoryDatabase;
import dev.engine.domain.database.Migrating;
import dev.engine.domain.database.MigrationNumber;
import dev.engine.domain.database.Progress;
import dev.engine.domain.database.Releasing;
import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.error.EngineException.NotFound;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DatabaseMaintenanceTest {

  private final InMemoryDatabase database =
      new InMemoryDatabase(
          Path.of("system.db"), InstantSource.fixed(Instant.parse("2026-01-05T12:00:00Z")));
  private final DatabaseMaintenance maintenance = new DatabaseMaintenance(database, database);

  @Test
  void migratingTwiceAppliesNothingTheSecondTime() {
    Migrating.Migrated first = maintenance.migrate();
    Migrating.Migrated second = maintenance.migrate();

    assertThat(first.applied()).containsExactly(InMemoryDatabase.FREE);
    assertThat(second).isEqualTo(new Migrating.Migrated(List.of(), 28, null));
  }

  @Test
  void releasingNamesTheBackupThatUndoesIt() {
    maintenance.migrate();

    Releasing.Released released = maintenance.release(InMemoryDatabase.HELD.number());

    assertThat(database.list()).containsExactly(released.backup());
  }

  @Test
  void whatCannotBeReleasedSaysWhy() {
    maintenance.migrate();
    maintenance.release(InMemoryDatabase.HELD.number());

    assertThatThrownBy(() -> maintenance.release(new MigrationNumber(999)))
        .isInstanceOf(NotFound.class)
        .hasMessage("no migration 999");
    assertThatThrownBy(() -> maintenance.release(InMemoryDatabase.FREE.number()))
        .isInstanceOf(Conflict.class)
        .hasMessage("migration 028 is not held: `engine db migrate` applies it");
    assertThatThrownBy(() -> maintenance.release(InMemoryDatabase.HELD.number()))
        .isInstanceOf(Conflict.class)
        .hasMessage("migration 029 was released before");
  }

  @Test
  void whoeverIsConnectedIsNamed() {
    maintenance.migrate();
    Path backup = database.take(BackupName.MANUAL, Progress.UNSEEN).file();
    database.connectSomebody();

    assertThatThrownBy(() -> maintenance.restore(backup))
        .isInstanceOf(Conflict.class)
        .hasMessage("process 4242 is connected to the database: stop that first");
    assertThatThrownBy(() -> maintenance.rebuild(Progress.UNSEEN)).isInstanceOf(Conflict.class);
  }

  @Test
  void aRebuildComesAfterTheMigrations() {
    maintenance.migrate();
    database.fallBehind();

    assertThatThrownBy(() -> maintenance.rebuild(Progress.UNSEEN))
        .isInstanceOf(Conflict.class)
        .hasMessage("a rebuild comes after migration 028: `engine db migrate` first");

    maintenance.migrate();
    assertThat(maintenance.rebuild(Progress.UNSEEN).leftBehind()).isEmpty();
  }

  @Test
  void aFileThatDiffersIsToldHow() {
    Adopting.Compared compared = maintenance.adopt(Path.of("other.db"));

    assertThat(compared)
        .isEqualTo(new Adopting.Differs(28, List.of("table session_notifications is missing")));
  }
}
