package dev.engine.services;

import static dev.engine.domain.database.BackupExamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.engine.domain.database.Backup;
import dev.engine.domain.database.BackupLedger;
import dev.engine.domain.database.BackupName;
import dev.engine.domain.database.BackupOutcome;
import dev.engine.domain.database.BackupPolicy;
import dev.engine.domain.database.BackupStanding;
import dev.engine.domain.database.InMemoryDatabase;
import dev.engine.domain.database.Progress;
import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.domain.error.EngineException.StorageRefused;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.testing.InMemoryStorage;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

final class BackupCareTest {

  private final InstantSource clock = InstantSource.fixed(NOON);
  private final InMemoryDatabase database = migrated();
  private final BackupLedger ledger = new InMemoryStorage().backupLedger();
  private final BackupCare care = new BackupCare(database, () -> ledger, clock);

  @Test
  void aBackupThatWasTakenIsKnown() {
    Backup backup = care.take(BackupName.MANUAL, Progress.UNSEEN);

    assertThat(care.list()).containsExactly(backup);
    assertThat(care.find(backup.fileName())).isEqualTo(backup);
    assertThat(care.standing()).isEqualTo(new BackupStanding(known(backup), null, null));
  }

  @Test
  void aBackupThatIsNotThereIsNotFound() {
    assertThatThrownBy(() -> care.find("other.db")).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> care.drill(Progress.UNSEEN))
        .isInstanceOf(NotFound.class)
        .hasMessage("no good backup: `engine db backup` takes one");
  }

  @Test
  void anAttemptThatFailsIsKnown() {
    database.failBackups("the disk is full");

    assertThatThrownBy(() -> care.take(BackupName.MANUAL, Progress.UNSEEN))
        .isInstanceOf(StorageUnavailable.class);

    assertThat(care.standing())
        .isEqualTo(
            new BackupStanding(
                null, null, new BackupStanding.Trouble(NOON, NOON, "the disk is full")));
  }

  @Test
  void oneThatIsEndedFromOutsideIsNoFailure() {
    database.failBackups("ended before it was finished");
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> care.take(BackupName.SCHEDULED, Progress.UNSEEN))
        .isInstanceOf(StorageUnavailable.class);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(care.standing()).isEqualTo(BackupStanding.NONE);
  }

  @Test
  void whatAPersonTakesIsTriedWhateverRoomThereIs() {
    database.store();
    database.leaveFree(0);

    Backup backup = care.take(BackupName.MANUAL, Progress.UNSEEN);

    assertThat(care.list()).containsExactly(backup);
  }

  @Test
  void aTrialProvesTheNewestGoodOne() {
    care.take(BackupName.MANUAL, Progress.UNSEEN);
    Backup damaged = care.take(BackupName.MANUAL, Progress.UNSEEN);
    database.damage(damaged);
    care.verify(damaged, Progress.UNSEEN);

    Backup proven = care.drill(Progress.UNSEEN).backup();

    assertThat(care.list())
        .extracting(Backup::outcome)
        .containsExactly(BackupOutcome.FAILED, BackupOutcome.PROVEN);
    assertThat(care.standing().proven()).isEqualTo(known(proven));
  }

  @Test
  void aTrialThatFailsSaysHow() {
    Backup backup = care.take(BackupName.MANUAL, Progress.UNSEEN);
    database.damage(backup);

    assertThatThrownBy(() -> care.drill(Progress.UNSEEN))
        .isInstanceOf(StorageRefused.class)
        .hasMessage("system_backup_manual_0.db failed its trial: its bytes are not those");

    assertThat(care.standing().latest()).isNull();
    assertThat(care.standing().trouble()).isNotNull();
  }

  @Test
  void withoutAStoreThatCanBeAskedTheCopiesTellThemselves() {
    BackupCare alone =
        new BackupCare(
            database,
            () -> {
              throw new StorageRefused("of an older Engine");
            },
            clock);

    Backup backup = alone.take(BackupName.MANUAL, Progress.UNSEEN);

    assertThat(alone.standing()).isEqualTo(new BackupStanding(known(backup), null, null));
    assertThat(ledger.standing(NOON)).isEqualTo(BackupStanding.NONE);
  }

  @Test
  void whatTheStoreForgotByARestoreItLearnsFromTheCopies() {
    Backup backup = database.take(BackupName.MANUAL, Progress.UNSEEN);

    care.tidy();

    assertThat(ledger.standing(NOON).latest()).isEqualTo(known(backup));
  }

  @Test
  void spentBackupsAreRemovedAndForgotten() {
    for (int i = 0; i < BackupPolicy.STANDARD.keptCount() + 2; i++) {
      care.take(BackupName.SCHEDULED, Progress.UNSEEN);
    }

    assertThat(care.prune(BackupPolicy.STANDARD)).hasSize(2);

    assertThat(care.list()).hasSize(BackupPolicy.STANDARD.keptCount());
    assertThat(care.prune(BackupPolicy.STANDARD)).isEmpty();
  }

  private static BackupStanding.Known known(Backup backup) {
    return new BackupStanding.Known(backup.fileName(), backup.takenAt());
  }

  private InMemoryDatabase migrated() {
    InMemoryDatabase made = new InMemoryDatabase(Path.of("system.db"), clock);
    made.migrate();
    return made;
  }
}
