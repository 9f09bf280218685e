package dev.engine.persistence;

import dev.engine.domain.database.Backup;
import dev.engine.domain.database.BackupDifference;
import dev.engine.domain.database.BackupEvents;
import dev.engine.domain.database.BackupLedger;
import dev.engine.domain.database.BackupName;
import dev.engine.domain.database.BackupOutcome;
import dev.engine.domain.database.BackupSeal;
import dev.engine.domain.database.BackupSeal.State;
import dev.engine.domain.database.BackupStanding;
import dev.engine.domain.id.WireName;
import dev.engine.persistence.convert.UtcText;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@link BackupLedger} in SQLite. Plain JDBC, because {@code engine status} asks it. */
final class SqliteBackupLedger implements BackupLedger {

  private static final String KNOWN = "SELECT file_name, outcome FROM backups WHERE file_name > ''";

  private static final String STORE =
      """
      INSERT INTO backups (name, outcome, file_name, taken_at, bytes, sha256, journal_head,
        verified_at, proven_at, failed_at, error)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (file_name) DO UPDATE SET outcome = excluded.outcome,
        verified_at = excluded.verified_at, proven_at = excluded.proven_at,
        failed_at = excluded.failed_at, error = excluded.error
      """;

  private static final String FAIL =
      "INSERT INTO backups (name, outcome, failed_at, error) VALUES (?, 'failed', ?, ?)";

  private static final String GOOD =
      "SELECT file_name, taken_at FROM backups WHERE outcome <> 'failed' ORDER BY taken_at DESC"
          + " LIMIT 1";

  private static final String PROVEN =
      "SELECT file_name, taken_at FROM backups WHERE outcome = 'proven' ORDER BY taken_at DESC"
          + " LIMIT 1";

  private static final String FAILED =
      "SELECT failed_at, error FROM backups WHERE outcome = 'failed' AND failed_at > ? ORDER BY ";

  private static final String FIRST = "failed_at, id LIMIT 1";
  private static final String LAST = "failed_at DESC, id DESC LIMIT 1";

  /** An attempt that something good came after is in the journal, and needed no more. */
  private static final String FORGET =
      "DELETE FROM backups WHERE outcome = 'failed' AND failed_at <= ? AND file_name IS NULL";

  private final Transactions transactions;
  private final JournalRows journal;

  SqliteBackupLedger(Transactions transactions, JournalRows journal) {
    this.transactions = transactions;
    this.journal = journal;
  }

  @Override
  public Reckoning agree(List<Backup> present, Instant at) {
    // A read first: mostly there is nothing new, and a write would wake all who wait for one.
    BackupDifference seen =
        transactions.read(connection -> BackupDifference.between(known(connection), present));
    if (seen.isNone()) {
      return seen.reckoning();
    }
    return transactions.write(connection -> agree(connection, present, at));
  }

  @Override
  public BackupStanding fail(BackupName name, String reason, Instant at) {
    return transactions.write(
        connection -> {
          Sql.update(connection, FAIL, name.value(), UtcText.of(at), reason);
          journal.add(connection, List.of(BackupEvents.failed(name, reason, at)));
          return standing(connection);
        });
  }

  @Override
  public BackupStanding standing() {
    return transactions.read(SqliteBackupLedger::standing);
  }

  private Reckoning agree(Connection connection, List<Backup> present, Instant at)
      throws SQLException {
    BackupDifference difference = BackupDifference.between(known(connection), present);
    for (Backup backup : difference.changed()) {
      store(connection, backup, Objects.requireNonNull(backup.seal()));
    }
    for (String gone : difference.gone()) {
      Sql.update(connection, "DELETE FROM backups WHERE file_name = ?", gone);
    }
    String good = good(connection);
    if (good != null) {
      Sql.update(connection, FORGET, good);
    }
    journal.add(connection, difference.happenings(at));
    return difference.reckoning();
  }

  private static void store(Connection connection, Backup backup, BackupSeal seal)
      throws SQLException {
    State.Failed failed = seal.state() instanceof State.Failed found ? found : null;
    Sql.update(
        connection,
        STORE,
        backup.name().value(),
        backup.outcome().wireName(),
        backup.fileName(),
        UtcText.of(backup.takenAt()),
        backup.bytes(),
        seal.sha256(),
        seal.journalHead(),
        UtcText.of(seal.verifiedAt()),
        seal.state() instanceof State.Proven(Instant provenAt) ? UtcText.of(provenAt) : null,
        failed == null ? null : UtcText.of(failed.at()),
        failed == null ? null : failed.reason());
  }

  private static BackupStanding standing(Connection connection) throws SQLException {
    String good = good(connection);
    BackupStanding.Trouble last = trouble(connection, good, LAST);
    BackupStanding.Trouble first = trouble(connection, good, FIRST);
    return new BackupStanding(
        one(connection, GOOD),
        one(connection, PROVEN),
        first == null || last == null
            ? null
            : new BackupStanding.Trouble(first.since(), last.lastAt(), last.reason()));
  }

  private static BackupStanding.@Nullable Trouble trouble(
      Connection connection, @Nullable String good, String order) throws SQLException {
    return Sql.first(
            connection,
            row -> {
              Instant at = UtcText.parse(row.getString("failed_at"));
              return new BackupStanding.Trouble(at, at, row.getString("error"));
            },
            FAILED + order,
            good == null ? "" : good)
        .orElse(null);
  }

  private static @Nullable String good(Connection connection) throws SQLException {
    return Sql.first(connection, row -> row.getString("taken_at"), GOOD).orElse(null);
  }

  private static BackupStanding.@Nullable Known one(Connection connection, String query)
      throws SQLException {
    return Sql.first(
            connection,
            row ->
                new BackupStanding.Known(
                    row.getString("file_name"), UtcText.parse(row.getString("taken_at"))),
            query)
        .orElse(null);
  }

  private static Map<String, BackupOutcome> known(Connection connection) throws SQLException {
    Map<String, BackupOutcome> known = new HashMap<>();
    Sql.list(
        connection,
        row ->
            known.put(
                row.getString("file_name"),
                WireName.of("outcome", BackupOutcome.class, row.getString("outcome"))),
        KNOWN);
    return known;
  }
}
