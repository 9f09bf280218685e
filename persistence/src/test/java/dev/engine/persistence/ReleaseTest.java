package dev.engine.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.database.MigrationNumber;
import dev.engine.domain.database.Releasing;
import dev.engine.domain.database.Restoring;
import dev.engine.domain.database.TableRows;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReleaseTest {

  private static final MigrationNumber DROP = new MigrationNumber(29);

  @TempDir private Path folder;

  private CareFolder care;

  @BeforeEach
  void fill() {
    care = CareFolder.in(folder);
    care.keeper(CareFolder.upTo(26)).migrate();
    CareFolder.run(
        care.file(),
        CareFolder.session("0000000a", "builder-one"),
        notice("00000001", "worker-complete", "'w1'"),
        notice("00000002", "worker_complete", "'w1'"),
        notice("00000003", "Odd type", "'w1'"),
        notice("00000004", "ping_answered", "NULL"));
  }

  @Test
  void whatWasCarriedOverMayGo() {
    care.keeper().migrate();

    Releasing releasing = care.keeper().release(DROP);

    assertThat(releasing)
        .isInstanceOfSatisfying(
            Releasing.Released.class,
            released ->
                assertThat(CareFolder.query(released.backup().file(), notices())).hasSize(4));
    assertThat(tables()).doesNotContain("session_notifications");
    assertThat(CareFolder.query(care.file(), "SELECT count(*) FROM conversation_notifications"))
        .containsExactly("3");
  }

  @Test
  void rowsWithoutAPartnerHoldItBack() {
    care.keeper().migrate();
    CareFolder.run(care.file(), notice("00000005", "worker_complete", "'w9'"));
    List<String> before = CareFolder.query(care.file(), notices());

    Releasing releasing = care.keeper().release(DROP);

    assertThat(releasing)
        .isInstanceOfSatisfying(
            Releasing.WouldLose.class,
            kept -> assertThat(kept.rows()).isEqualTo(new TableRows("session_notifications", 1)));
    assertThat(CareFolder.query(care.file(), notices())).isEqualTo(before);
  }

  @Test
  void whatWasDeliveredNeedsNoPartner() {
    care.keeper().migrate();
    CareFolder.run(
        care.file(),
        notice("00000005", "worker_complete", "'w9'"),
        "UPDATE session_notifications SET notified_at = created_at WHERE id = '00000005'");

    Releasing releasing = care.keeper().release(DROP);

    assertThat(releasing).isInstanceOf(Releasing.Released.class);
  }

  @Test
  void itWaitsForThoseBeforeIt() {
    Releasing releasing = care.keeper().release(DROP);

    assertThat(releasing)
        .isInstanceOfSatisfying(
            Releasing.NotYet.class,
            notYet ->
                assertThat(notYet.pending())
                    .extracting(migration -> migration.number().value())
                    .containsExactlyElementsOf(CareFolder.freeAfter(26)));
  }

  @Test
  void restoringItsBackupBringsTheTableBack() {
    care.keeper().migrate();
    List<String> before = CareFolder.query(care.file(), notices());
    SchemaShape shape = CareFolder.shape(care.file());
    Releasing.Released released = (Releasing.Released) care.keeper().release(DROP);

    Restoring restoring = care.backups().restore(released.backup().file());

    assertThat(restoring).isInstanceOf(Restoring.Restored.class);
    assertThat(CareFolder.shape(care.file())).isEqualTo(shape);
    assertThat(CareFolder.query(care.file(), notices())).isEqualTo(before);
    assertThat(care.keeper().release(DROP)).isInstanceOf(Releasing.Released.class);
  }

  private List<String> tables() {
    return CareFolder.query(care.file(), "SELECT name FROM sqlite_schema WHERE type = 'table'");
  }

  private static String notices() {
    return "SELECT * FROM session_notifications ORDER BY id";
  }

  private static String notice(String id, String type, String entity) {
    return "INSERT INTO session_notifications (id, session_id, notification_type, entity_id,"
        + " created_at)"
        + " VALUES ('%s', '0000000a', '%s', %s, '2026-01-05T12:00:00.000Z')"
            .formatted(id, type, entity);
  }
}
