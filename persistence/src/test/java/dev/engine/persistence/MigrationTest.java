package dev.engine.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.engine.domain.database.AppliedMigration;
import dev.engine.domain.database.Backup;
import dev.engine.domain.database.DatabaseStatus.State;
import dev.engine.domain.database.HeldMigration;
import dev.engine.domain.database.Migrating;
import dev.engine.domain.database.Migration;
import dev.engine.domain.database.MigrationNumber;
import dev.engine.domain.database.TableRows;
import dev.engine.domain.error.EngineException.StorageRefused;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MigrationTest {

  private static final String NOON = "'2026-01-05T12:00:00.000Z'";
  private static final String A_MINUTE_PAST = "'2026-01-05T12:01:00.000Z'";

  @TempDir private Path folder;

  private CareFolder care;

  @BeforeEach
  void choose() {
    care = CareFolder.in(folder);
  }

  @Test
  void ofSeveralAtOnceOneMakesTheFile() throws Exception {
    List<Migrating> outcomes = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      Callable<Migrating> migrate = () -> CareFolder.in(folder).keeper().migrate();
      for (Future<Migrating> outcome :
          threads.invokeAll(List.of(migrate, migrate, migrate, migrate))) {
        outcomes.add(outcome.get());
      }
    }

    assertThat(outcomes).filteredOn(Migrating.Migrated.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(new Migrating.UpToDate(CareFolder.NEWEST)::equals).hasSize(3);
  }

  @Test
  void aMailboxEnteredTwiceBecomesOneAccount() {
    care.keeper(CareFolder.upTo(25)).migrate();
    CareFolder.run(
        care.file(),
        mailbox("00000001", "a@example.com", "imap.gmail.com", "'smtp.gmail.com'", 0, "01"),
        mailbox("00000002", "a@example.com", "imap.googlemail.com", "NULL", 1, "02"),
        mailbox("00000003", "b@example.com", "Mail.Example.ORG", "NULL", 1, "03"),
        mailbox("00000004", "c@example.com", "imap.mail.me.com", "'smtp'", 1, "04"),
        """
        INSERT INTO accounts (id, provider, kind, address, created_at, updated_at) VALUES
          ('00000009', 'icloud', 'email', 'c@example.com', %1$s, %1$s),
          ('00000003', 'other', 'email', 'd@example.com', %1$s, %1$s)
        """
            .formatted(NOON));

    care.keeper(CareFolder.upTo(26)).migrate();

    assertThat(
            CareFolder.query(
                care.file(),
                "SELECT provider, address, is_enabled, capabilities, created_at FROM accounts"
                    + " ORDER BY address, provider"))
        .containsExactly(
            "google|a@example.com|1|[\"read\"]|2026-01-02T12:00:00.000Z",
            "mail.example.org|b@example.com|1|[\"read\"]|2026-01-03T12:00:00.000Z",
            "icloud|c@example.com|1|[]|2026-01-05T12:00:00.000Z",
            "other|d@example.com|1|[]|2026-01-05T12:00:00.000Z");
    assertThat(CareFolder.query(care.file(), "SELECT id FROM accounts WHERE address < 'b'"))
        .containsExactly("00000002");
    assertThat(CareFolder.query(care.file(), "SELECT DISTINCT id FROM accounts")).hasSize(4);
    assertThat(
            CareFolder.query(
                care.file(), "SELECT name FROM sqlite_schema WHERE name = 'email_accounts'"))
        .isEmpty();
  }

  @Test
  void whatWasNotDeliveredGoesToTheConversation() {
    care.keeper(CareFolder.upTo(26)).migrate();
    CareFolder.run(
        care.file(),
        CareFolder.session("0000000a", "builder-one"),
        CareFolder.session("0000000b", "builder-one"),
        CareFolder.session("0000000c", "builder-two"),
        notice("00000001", "0000000a", "worker-complete", "'w1'", "NULL"),
        notice("00000002", "0000000b", "worker_complete", "'w1'", "NULL"),
        notice("00000003", "0000000c", "worker_complete", "'w1'", "NULL"),
        notice("00000004", "0000000a", "worker_complete", "'w2'", NOON),
        notice("00000005", "0000000a", "ping!", "NULL", "NULL"),
        notice("00000006", "0000000a", "ping_answered", "NULL", "NULL"));

    care.keeper(CareFolder.upTo(27)).migrate();

    assertThat(
            CareFolder.query(
                care.file(),
                "SELECT id, conversation_id, notification_type, entity_id, title, notified_at"
                    + " FROM conversation_notifications ORDER BY id"))
        .containsExactly(
            "00000001|builder-one|worker_complete|w1|worker-complete w1|null",
            "00000003|builder-two|worker_complete|w1|worker_complete w1|null",
            "00000005|builder-one|message|00000005|ping!|null",
            "00000006|builder-one|ping_answered|00000006|ping_answered|null");
    assertThat(CareFolder.query(care.file(), "SELECT id FROM session_notifications")).hasSize(6);
  }

  @Test
  void rowsOfTheFirstVersionsSurviveAllMigrations() {
    care.keeper(CareFolder.upTo(9)).migrate();
    CareFolder.run(
        care.file(),
        """
        INSERT INTO sessions (id, claude_session_id, role, mode, current_state, started_at, last_seen_at)
        VALUES ('0000000a', 'c1', 'chief', 'interactive', 'idle', %1$s, %1$s)
        """
            .formatted(NOON),
        """
        INSERT INTO workers (id, session_id, primitive, status, instructions, workspace_path, created_at)
        VALUES ('0000000b', '0000000a', 'write', 'pending', 'go', '/w', %s)
        """
            .formatted(NOON),
        """
        INSERT INTO pings (id, session_id, message, urgency, created_at)
        VALUES ('0000000c', '0000000a', 'hello', 'low', %s)
        """
            .formatted(NOON));

    Migrating migrating = care.keeper().migrate();

    assertThat(migrating).isInstanceOf(Migrating.Migrated.class);
    assertThat(
            CareFolder.query(
                care.file(),
                """
                SELECT sessions.conversation_id, workers.conversation_id, pings.conversation_id
                FROM sessions
                JOIN workers ON workers.session_id = sessions.id
                JOIN pings ON pings.session_id = sessions.id
                """))
        .containsExactly("chief-2026-01-05|chief-2026-01-05|chief-2026-01-05");
    assertThat(
            CareFolder.query(
                care.file(), "SELECT priority, max_attempts, generation, queue FROM workers"))
        .containsExactly("0|1|1|ready");
    assertThat(CareFolder.query(care.file(), "SELECT * FROM pragma_foreign_key_check")).isEmpty();
  }

  @Test
  void whoWasCancelledIsToldFromWhoseProgramSaidSo() {
    care.keeper(CareFolder.upTo(48)).migrate();
    CareFolder.run(
        care.file(),
        failed("0000000a", "NULL", "'cancelled'"),
        failed("0000000b", NOON, "'cancelled'"),
        attempt("0000000b", 1, NOON, "cancelled", "NULL"),
        failed("0000000c", NOON, "'cancelled'"),
        attempt("0000000c", 1, NOON, "reclaimed", "NULL"),
        failed("0000000d", NOON, "'cancelled'"),
        attempt("0000000d", 1, "'2026-01-05T11:00:00.000Z'", "reclaimed", "NULL"),
        attempt("0000000d", 2, NOON, "failed", "'cancelled'"),
        failed("0000000e", "NULL", "'cancelled'"),
        attempt("0000000e", 1, NOON, "failed", "'cancelled'"),
        failed("0000000f", NOON, "'exit code 1'"),
        attempt("0000000f", 1, NOON, "failed", "'exit code 1'"),
        failed("00000010", NOON, "NULL"));

    care.keeper().migrate();

    assertThat(
            CareFolder.query(
                care.file(), "SELECT id, is_cancelled, failure FROM workers ORDER BY id"))
        .containsExactly(
            "0000000a|1|null",
            "0000000b|1|null",
            "0000000c|1|null",
            "0000000d|0|cancelled",
            "0000000e|1|null",
            "0000000f|0|exit code 1",
            "00000010|0|null");
  }

  @Test
  void aBackupIsTakenWhenThereAreRows() {
    care.keeper(CareFolder.upTo(27)).migrate();
    CareFolder.run(care.file(), CareFolder.session("0000000a", "builder-one"));

    Migrating.Migrated migrated = (Migrating.Migrated) care.keeper().migrate();

    Backup backup = Objects.requireNonNull(migrated.backup());
    assertThat(migrated.applied())
        .extracting(migration -> migration.number().value())
        .containsExactlyElementsOf(CareFolder.freeAfter(27));
    assertThat(backup.fileName()).isEqualTo("system_backup_before_028_20260105T120000000Z.db");
    assertThat(care.backups().list()).containsExactly(backup);
    assertThat(CareFolder.query(backup.file(), "PRAGMA user_version")).containsExactly("27");
    assertThat(CareFolder.query(backup.file(), "SELECT id FROM sessions")).hasSize(1);
  }

  @Test
  void statusSaysWhatIsAppliedPendingAndHeld() {
    care.keeper(CareFolder.upTo(27)).migrate();
    CareFolder.run(
        care.file(),
        CareFolder.session("0000000a", "builder-one"),
        notice("00000001", "0000000a", "worker_complete", "'w1'", "NULL"));

    State.Present present = (State.Present) care.keeper().status().state();

    assertThat(present.version()).isEqualTo(27);
    assertThat(present.applied())
        .extracting(AppliedMigration::migration)
        .containsExactlyElementsOf(
            CareFolder.upTo(27).all().stream().map(MigrationScript::migration).toList());
    assertThat(present.pending())
        .extracting(migration -> migration.number().value())
        .containsExactlyElementsOf(CareFolder.freeAfter(27));
    assertThat(present.held())
        .containsExactly(
            new HeldMigration(
                new Migration(new MigrationNumber(29), "drop session notifications"),
                "drops session_notifications, replaced by conversation_notifications in 027,"
                    + " release once nothing reads it",
                List.of(new TableRows("session_notifications", 1))));
    assertThat(present.size().bytes()).isPositive();
    assertThat(present.size().pages()).isGreaterThan(10);
  }

  @Test
  void numbersAboveAHeldOneAreAppliedAndTheHeldOneLater() {
    MigrationScripts more =
        with(CareFolder.nextScript("notes"), "CREATE TABLE notes (id TEXT) STRICT;");

    care.keeper(more).migrate();
    care.keeper(more).release(new MigrationNumber(29));

    assertThat(care.keeper(more).migrate()).isEqualTo(new Migrating.UpToDate(CareFolder.NEWEST));
    assertThat(
            CareFolder.query(
                care.file(),
                "SELECT version FROM flyway_schema_history ORDER BY installed_rank DESC LIMIT 2"))
        .containsExactly("029", CareFolder.nextScript("notes").substring(0, 3));
    assertThat(
            CareFolder.query(
                care.file(), "SELECT name FROM sqlite_schema WHERE name GLOB '*notes*'"))
        .containsExactly("notes");
  }

  @Test
  void oneThatFailsUndoesTheWholeRun() {
    care.keeper(CareFolder.upTo(20)).migrate();
    MigrationScripts broken =
        with(CareFolder.nextScript("broken"), "CREATE TABLE made (id); SELECT missing;");

    assertThatThrownBy(() -> care.keeper(broken).migrate())
        .isInstanceOf(StorageRefused.class)
        .hasMessageContaining("no such column: missing")
        .hasMessageContaining("undone");

    assertThat(CareFolder.query(care.file(), "PRAGMA user_version")).containsExactly("20");
    assertThat(CareFolder.query(care.file(), "SELECT max(version) FROM flyway_schema_history"))
        .containsExactly("020");
  }

  @Test
  void aMigrationThatWasChangedAfterwardsIsNoticed() {
    care.keeper(CareFolder.upTo(27)).migrate();
    List<MigrationScript> changed = new ArrayList<>(MigrationScripts.packed().all());
    changed.set(0, MigrationScript.of("001_sessions.sql", "-- changed\n"));

    assertThatThrownBy(() -> care.keeper(new MigrationScripts(changed)).migrate())
        .isInstanceOf(StorageRefused.class)
        .hasMessageContaining("checksum mismatch for migration version 001");
  }

  @Test
  void aFileWithTablesAndNoHistoryIsNotTouched() {
    CareFolder.buildByHand(care.file(), 20);

    Migrating migrating = care.keeper().migrate();

    assertThat(migrating).isEqualTo(new Migrating.NoHistory());
    assertThat(CareFolder.query(care.file(), "PRAGMA user_version")).containsExactly("20");
  }

  private static MigrationScripts with(String fileName, String sql) {
    List<MigrationScript> more = new ArrayList<>(MigrationScripts.packed().all());
    more.add(MigrationScript.of(fileName, sql));
    return new MigrationScripts(more);
  }

  private static String mailbox(
      String id, String address, String imap, String smtp, int enabled, String day) {
    return "INSERT INTO email_accounts (id, address, imap_host, smtp_host, is_enabled, created_at)"
        + " VALUES ('%s', '%s', '%s', %s, %d, '2026-01-%sT12:00:00.000Z')"
            .formatted(id, address, imap, smtp, enabled, day);
  }

  /** A worker that failed a minute past noon. */
  private static String failed(String id, String startedAt, String failure) {
    return "INSERT INTO workers (id, primitive, status, instructions, workspace_path, created_at,"
        + " started_at, finished_at, failure)"
        + " VALUES ('%s', 'write', 'failed', 'go', '/w', %s, %s, %s, %s)"
            .formatted(id, NOON, startedAt, A_MINUTE_PAST, failure);
  }

  /** An attempt that ended a minute past noon. */
  private static String attempt(
      String worker, int number, String startedAt, String outcome, String error) {
    return "INSERT INTO worker_attempts (worker_id, number, claude_session_id, started_at,"
        + " finished_at, outcome, error)"
        + " VALUES ('%s', %d, 'c', %s, %s, '%s', %s)"
            .formatted(worker, number, startedAt, A_MINUTE_PAST, outcome, error);
  }

  private static String notice(
      String id, String session, String type, String entity, String notifiedAt) {
    return "INSERT INTO session_notifications"
        + " (id, session_id, notification_type, entity_id, created_at, notified_at)"
        + " VALUES ('%s', '%s', '%s', %s, %s, %s)"
            .formatted(id, session, type, entity, NOON, notifiedAt);
  }
}
