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
import dev.engine.domain.database.BackupStanding.Rated;
import dev.engine.domain.id.WireName;
import dev.engine.persistence.convert.UtcText;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** {@link BackupLedger} in SQLite. Plain JDBC, because {@code engine status} asks it. */
final class SqliteBackupLedger implements BackupLedger {

  private static final String COPIES =
      "SELECT file_name, taken_at, outcome FROM backups WHERE file_name > ''";

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

  private static final String FAILURES =
      "SELECT failed_at, error FROM backups WHERE outcome = 'failed' AND failed_at > ''"
          + " ORDER BY failed_at, id";

  /**
   * The journal has all attempts. Here one that something good came after is needed no more, and
   * one that a wrong clock has dated ahead never was.
   */
  private static final String FORGET =
      "DELETE FROM backups WHERE outcome = 'failed' AND file_name IS NULL"
          + " AND (failed_at <= ? OR failed_at > ?)";

  /** Between the first and the last: nobody asks for those, and it may go on for months. */
  private static final String FORGET_BETWEEN =
      "DELETE FROM backups WHERE outcome = 'failed' AND file_name IS NULL"
          + " AND failed_at > ? AND failed_at < ?";

  private final Transactions transactions;
  private final JournalRows journal;

  SqliteBackupLedger(Transactions transactions, JournalRows journal) {
    this.transactions = transactions;
    this.journal = journal;
  }

  @Override
  public void agree(Supplier<List<Backup>> present, Instant at) {
    // A read first: mostly there is nothing new, and a write would wake all who wait for one.
    List<Backup> seen = present.get();
    if (transactions.read(connection -> difference(connection, seen).isNone())) {
      return;
    }
    transactions.write(
        connection -> {
          agree(connection, present.get(), at);
          return true;
        });
  }

  @Override
  public BackupStanding fail(BackupName name, String reason, Instant at) {
    return transactions.write(
        connection -> {
          Sql.update(connection, FAIL, name.value(), UtcText.of(at), reason);
          journal.add(connection, List.of(BackupEvents.failed(name, reason, at)));
          BackupStanding standing = standing(connection, at);
          BackupStanding.Trouble trouble = standing.trouble();
          if (trouble != null) { // a clock that was set back may have put it before a good one
            Sql.update(
                connection,
                FORGET_BETWEEN,
                UtcText.of(trouble.since()),
                UtcText.of(trouble.lastAt()));
          }
          return standing;
        });
  }

  @Override
  public BackupStanding standing(Instant now) {
    return transactions.read(connection -> standing(connection, now));
  }

  private void agree(Connection connection, List<Backup> present, Instant at) throws SQLException {
    BackupDifference difference = difference(connection, present);
    for (Backup backup : difference.changed()) {
      store(connection, backup, Objects.requireNonNull(backup.seal()));
    }
    for (String gone : difference.gone()) {
      Sql.update(connection, "DELETE FROM backups WHERE file_name = ?", gone);
    }
    BackupStanding.Known latest = standing(connection, at).latest();
    Sql.update(
        connection,
        FORGET,
        latest == null ? "" : UtcText.of(latest.takenAt()),
        UtcText.of(BackupStanding.horizon(at)));
    journal.add(connection, difference.happenings(at));
  }

  private static BackupDifference difference(Connection connection, List<Backup> present)
      throws SQLException {
    Map<String, BackupOutcome> known =
        copies(connection).stream()
            .collect(Collectors.toMap(copy -> copy.known().fileName(), Rated::outcome));
    return BackupDifference.between(known, present);
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

  private static BackupStanding standing(Connection connection, Instant now) throws SQLException {
    return BackupStanding.ofRated(copies(connection), failures(connection), now);
  }

  private static List<Rated> copies(Connection connection) throws SQLException {
    return Sql.list(
        connection,
        row ->
            new Rated(
                new BackupStanding.Known(
                    row.getString("file_name"), UtcText.parse(row.getString("taken_at"))),
                WireName.of("outcome", BackupOutcome.class, row.getString("outcome"))),
        COPIES);
  }

  private static List<State.Failed> failures(Connection connection) throws SQLException {
    return Sql.list(
        connection,
        row -> new State.Failed(UtcText.parse(row.getString("failed_at")), row.getString("error")),
        FAILURES);
  }
}
