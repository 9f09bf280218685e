package dev.engine.services.loop;

import static dev.engine.domain.database.BackupExamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.engine.domain.database.Backup;
import dev.engine.domain.database.BackupName;
import dev.engine.domain.database.BackupOutcome;
import dev.engine.domain.database.BackupPolicy;
import dev.engine.domain.database.InMemoryDatabase;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.testing.InMemoryStorage;
import dev.engine.services.BackupCare;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class BackupUpkeepTest {

  private static final BackupPolicy POLICY =
      new BackupPolicy(Duration.ofHours(1), 2, Duration.ofDays(30), Duration.ZERO);

  private Instant now = NOON;
  private final InMemoryDatabase database = migrated();
  private final InMemoryStorage storage = new InMemoryStorage();
  private final BackupCare care = new BackupCare(database, storage::backupLedger, () -> now);
  private final BackupUpkeep upkeep = new BackupUpkeep(care, POLICY, () -> now);

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
    assertThat(storage.backupLedger().standing(now).trouble()).isNull();
  }

  private InMemoryDatabase migrated() {
    InMemoryDatabase made = new InMemoryDatabase(Path.of("system.db"), () -> now);
    made.migrate();
    return made;
  }
}
