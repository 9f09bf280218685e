package dev.engine.services.loop;

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
import dev.engine.domain.error.EngineException.StorageRefused;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.testing.InMemoryStorage;
import dev.engine.services.BackupCare;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class BackupUpkeepTest {

  private static final BackupPolicy POLICY =
      new BackupPolicy(Duration.ofHours(1), 2, Duration.ofDays(30), Duration.ZERO);

  private Instant now = NOON;
  private final InMemoryDatabase database = migrated();
  private final InMemoryStorage storage = new InMemoryStorage();
  private final BackupCare care = new BackupCare(database, storage::backupLedger, () -> now);
  private final BackupUpkeep upkeep = new BackupUpkeep(care, POLICY);

  @Test
  void theFirstRoundTakesNone() {
    upkeep.run();

    assertThat(database.list()).isEmpty();
  }

  @Test
  void whatIsDueIsTakenAndProven() {
    upkeep.run();
    upkeep.run();
    upkeep.run();

    assertThat(database.list()).extracting(Backup::name).containsExactly(BackupName.SCHEDULED);
    assertThat(database.list()).extracting(Backup::outcome).containsExactly(BackupOutcome.PROVEN);
  }

  @Test
  void theLastFewStay() {
    upkeep.run();
    for (int hour = 0; hour < 5; hour++) {
      now = NOON.plus(Duration.ofHours(hour));
      upkeep.run();
    }

    assertThat(database.list())
        .extracting(Backup::takenAt)
        .containsExactly(now, now.minus(Duration.ofHours(1)));
  }

  @Test
  void aFailureIsTriedAgainAfterAPause() {
    upkeep.run();
    database.failBackups("the disk is full");
    assertThatThrownBy(upkeep::run).isInstanceOf(StorageUnavailable.class);
    database.failBackups(null);

    upkeep.run();
    assertThat(database.list()).isEmpty();
    now = NOON.plus(Duration.ofMinutes(15));
    upkeep.run();

    assertThat(database.list()).hasSize(1);
    assertThat(care.standing().trouble()).isNull();
  }

  /** A store that is not to be written to, or of another version, knows of no backup. */
  @Test
  void whereTheStoreCannotTakeThemOverOneIsEnough() {
    BackupLedger stuck =
        new BackupLedger() {
          @Override
          public void agree(Supplier<List<Backup>> present, Instant at) {
            throw new StorageUnavailable("held by another writer");
          }

          @Override
          public BackupStanding fail(BackupName name, String reason, Instant at) {
            throw new StorageUnavailable("held by another writer");
          }

          @Override
          public BackupStanding standing(Instant at) {
            return BackupStanding.NONE;
          }
        };
    BackupUpkeep blind = new BackupUpkeep(new BackupCare(database, () -> stuck, () -> now), POLICY);

    blind.run();
    blind.run();
    now = NOON.plus(Duration.ofMinutes(5));
    blind.run();

    assertThat(database.list()).hasSize(1);
  }

  @Test
  void whereNothingCanBeTakenAwayNothingIsAdded() {
    upkeep.run();
    for (int i = 0; i < 3; i++) {
      database.take(BackupName.SCHEDULED, Progress.UNSEEN);
    }
    now = NOON.plus(Duration.ofHours(2));
    database.failRemovals("the folder is read-only");

    assertThatThrownBy(upkeep::run).isInstanceOf(StorageUnavailable.class);

    assertThat(database.list()).hasSize(3);
  }

  @Test
  void whereThereIsNoRoomForItNoneIsTaken() {
    database.store();
    database.leaveFree(199);
    upkeep.run();

    assertThatThrownBy(upkeep::run)
        .isInstanceOf(StorageUnavailable.class)
        .hasMessage("a backup and its trial need 1 MiB, 0 MiB are free on their disk");

    assertThat(database.list()).isEmpty();
    assertThat(care.standing().trouble())
        .isEqualTo(
            new BackupStanding.Trouble(
                NOON, NOON, "a backup and its trial need 1 MiB, 0 MiB are free on their disk"));
    database.leaveFree(200);
    now = NOON.plus(Duration.ofMinutes(15));
    upkeep.run();
    assertThat(database.list()).hasSize(1);
  }

  @Test
  void aTrialThatKeepsFailingLeavesTheGoodOnes() {
    upkeep.run();
    upkeep.run();
    now = NOON.plus(Duration.ofHours(1));
    upkeep.run();
    List<Backup> good = database.list();
    database.failDrills("its answers differ");
    for (int quarter = 8; quarter < 24; quarter++) {
      now = NOON.plus(Duration.ofMinutes(15L * quarter));
      try {
        upkeep.run();
      } catch (StorageRefused failed) {
        assertThat(failed).hasMessageContaining("its answers differ");
      }
    }

    upkeep.run();

    assertThat(database.list()).hasSize(4).containsAll(good);
  }

  private InMemoryDatabase migrated() {
    InMemoryDatabase made = new InMemoryDatabase(Path.of("system.db"), () -> now);
    made.migrate();
    return made;
  }
}
