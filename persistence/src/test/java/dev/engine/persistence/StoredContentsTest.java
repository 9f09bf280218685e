package dev.engine.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.database.Migrating;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoredContentsTest {

  @TempDir private Path folder;

  private Path file;
  private SqliteDatabase database;

  @BeforeEach
  void place() {
    file = folder.resolve("system.db");
    database =
        new SqliteDatabase(file, Duration.ofSeconds(10), InstantSource.fixed(CareFolder.NOON));
  }

  @Test
  void aFileThatIsMissingOrEmptyHasNone() {
    Map<String, String> missing = database.contents();
    DatabaseFiles.createIfMissing(file);

    assertThat(missing).isEmpty();
    assertThat(database.contents()).isEmpty();
  }

  @Test
  void areTheSameForTheSameRows() {
    database.keeper().migrate();
    CareFolder.run(file, CareFolder.session("00000001", "c"), CareFolder.session("00000002", "c"));
    Map<String, String> before = database.contents();

    CareFolder.run(
        file, "DELETE FROM sessions WHERE id = '00000001'", CareFolder.session("00000001", "c"));

    assertThat(database.contents()).isEqualTo(before);
  }

  @Test
  void tellWhichTableIsOther() {
    database.keeper().migrate();
    Map<String, String> before = database.contents();

    CareFolder.run(file, CareFolder.session("00000001", "c"));

    Map<String, String> after = database.contents();
    assertThat(after).hasSameSizeAs(before).doesNotContainEntry("sessions", before.get("sessions"));
    assertThat(after.entrySet()).filteredOn(part -> !before.entrySet().contains(part)).hasSize(1);
  }

  @Test
  void tellThatTheSchemaIsOther() {
    database.keeper().migrate();
    Map<String, String> before = database.contents();

    CareFolder.run(file, "CREATE INDEX added ON sessions (role)");

    assertThat(database.contents()).doesNotContainEntry("schema", before.get("schema"));
  }

  @Test
  void anOldDatabaseIsBroughtUpWithItsRows() {
    database.makeOld(3);

    assertThat(CareFolder.query(file, "PRAGMA user_version")).containsExactly("9");
    assertThat(database.keeper().migrate()).isInstanceOf(Migrating.Migrated.class);
    assertThat(CareFolder.query(file, "SELECT count(*) FROM conversation_notifications"))
        .containsExactly("3");
  }
}
