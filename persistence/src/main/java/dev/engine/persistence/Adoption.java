package dev.engine.persistence;

import dev.engine.domain.database.Adopting;
import dev.engine.domain.database.Backup;
import dev.engine.domain.database.BackupName;
import dev.engine.domain.database.Migration;
import dev.engine.domain.database.Progress;
import dev.engine.domain.database.Verification;
import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.error.EngineException.NotFound;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes over a file that has the schema of one of the versions and no history of migrations. */
final class Adoption {

  private static final BackupName BEFORE = new BackupName("before_adopt");

  private final Path file;
  private final Duration patience;
  private final MigrationScripts scripts;
  private final Copies copies;

  Adoption(Path file, Duration patience, MigrationScripts scripts, Copies copies) {
    this.file = file;
    this.patience = patience;
    this.scripts = scripts;
    this.copies = copies;
  }

  Adopting adopt(Path candidate) {
    if (!Files.exists(candidate)) {
      throw new NotFound("file", candidate);
    }
    try {
      return DatabaseFiles.isSame(candidate, file) ? inPlace() : from(candidate);
    } catch (SQLException failure) {
      throw StorageFailures.of(candidate, failure);
    }
  }

  private Adopting inPlace() throws SQLException {
    Judgement judgement = judgement(file, file);
    if (judgement.refusal() != null) {
      return judgement.refusal();
    }
    Connection connection = Connections.openUnmarked(file, patience);
    try (Transactions transactions = DirectTransactions.shared(file, connection, patience)) {
      return transactions.write(written -> inPlace(written, judgement.version()));
    }
  }

  private Adopting inPlace(Connection connection, int version) throws SQLException {
    Optional<Integer> now = KnownSchemas.of(scripts).equalTo(SchemaShape.of(connection));
    if (!now.equals(Optional.of(version))) {
      throw new Conflict("%s was changed while it was looked at".formatted(file));
    }
    Backup before = null;
    if (StoredTables.hasRows(connection)) {
      try (Connection reader = Connections.openUnmarked(file, patience)) {
        before = copies.asItIs(reader, BEFORE);
      }
    }
    return new Adopting.Adopted(version, takeOver(connection, version), before);
  }

  /** Everything is done to a copy, which then takes the place of ours. */
  private Adopting from(Path candidate) throws SQLException {
    try (UnfinishedFile copy = UnfinishedFile.of(file)) {
      try (Connection original = Connections.openToRead(candidate)) {
        Copies.pages(original, copy.path());
      }
      Judgement judgement = judgement(copy.path(), candidate);
      return judgement.refusal() != null
          ? judgement.refusal()
          : installed(copy.path(), judgement.version());
    }
  }

  private Adopting installed(Path copy, int version) throws SQLException {
    Connection connection = Connections.openUnmarked(copy, patience);
    List<Migration> applied;
    try (Transactions transactions = DirectTransactions.alone(copy, connection)) {
      applied = transactions.write(written -> takeOver(written, version));
    }
    if (!Files.exists(file)) {
      return new Adopting.Adopted(version, applied, copies.replaceWreck(file, copy));
    }
    Optional<ExclusiveHold> taken = ExclusiveHold.take(file, patience);
    if (taken.isEmpty()) {
      return new Adopting.InUse(LockHolders.of(file));
    }
    try (ExclusiveHold hold = taken.get()) {
      Backup before =
          StoredTables.hasRows(hold.connection()) ? copies.asItIs(hold.connection(), BEFORE) : null;
      hold.replaceBy(copy);
      return new Adopting.Adopted(version, applied, before);
    }
  }

  private List<Migration> takeOver(Connection connection, int version) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA application_id = " + SchemaVersion.APPLICATION_ID);
      statement.execute("PRAGMA user_version = " + version);
    }
    FlywayRun.baseline(connection, version);
    FlywayRun.apply(connection, scripts.free());
    return scripts.free().stream()
        .map(MigrationScript::migration)
        .filter(migration -> migration.number().value() > version)
        .toList();
  }

  /**
   * Whether a file can be adopted.
   *
   * @param version whose schema it has, 0 if it is refused
   * @param refusal why not; null if it can
   */
  private record Judgement(int version, @Nullable Adopting refusal) {}

  /**
   * @param shown what the file is called towards the person
   */
  private Judgement judgement(Path looked, Path shown) throws SQLException {
    try (Connection connection = Connections.openToRead(looked)) {
      if (Connections.header(connection, "application_id") != 0) {
        Connections.requireOurs(
            shown, connection); // files older than the first migration have none
      }
      if (StoredTables.exists(connection, MigrationHistory.TABLE)) {
        return new Judgement(0, new Adopting.HasHistory());
      }
      Verification found = Inspection.of(connection, shown, Progress.UNSEEN);
      if (!found.isSound()) {
        return new Judgement(0, new Adopting.Unsound(found));
      }
      return judgement(SchemaShape.of(connection));
    }
  }

  private Judgement judgement(SchemaShape found) throws SQLException {
    KnownSchemas known = KnownSchemas.of(scripts);
    Optional<Integer> version = known.equalTo(found);
    if (version.isPresent()) {
      return new Judgement(version.get(), null);
    }
    KnownSchemas.Nearest nearest = known.nearest(found);
    return new Judgement(0, new Adopting.Differs(nearest.version(), nearest.differences()));
  }
}
