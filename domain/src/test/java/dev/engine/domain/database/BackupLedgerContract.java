package dev.engine.domain.database;

import static dev.engine.domain.database.BackupExamples.failed;
import static dev.engine.domain.database.BackupExamples.kept;
import static dev.engine.domain.database.BackupExamples.minute;
import static dev.engine.domain.database.BackupExamples.proven;
import static dev.engine.domain.database.BackupExamples.taken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.engine.domain.Limit;
import dev.engine.domain.Storage;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.journal.EventFilter;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What {@link BackupLedger} promises, and what the journal is told. */
public interface BackupLedgerContract {

  Instant LATER = minute(600);

  /** An empty store. */
  Storage storage();

  @Test
  default void atFirstNothingIsKnown() {
    assertThat(storage().backupLedger().standing(LATER)).isEqualTo(BackupStanding.NONE);
  }

  @Test
  default void copiesThatAreNotKnownAreTakenOver() {
    Storage storage = storage();

    agree(storage, failed(3), taken(1), proven(2));

    assertThat(told(storage))
        .containsExactly(
            "backup.taken 1",
            "backup.taken 2",
            "backup.proven 2",
            "backup.taken 3",
            "backup.failed 3");
  }

  @Test
  default void whatIsKnownAlreadyChangesNothing() {
    Storage storage = storage();
    agree(storage, taken(1));
    long head = storage.journal().head();

    agree(storage, taken(1));

    assertThat(storage.journal().head()).isEqualTo(head);
  }

  @Test
  default void copiesThatWereKeptUnverifiedDoNotCount() {
    Storage storage = storage();

    agree(storage, kept(new BackupName("damaged"), 1));

    assertThat(told(storage)).isEmpty();
    assertThat(storage.backupLedger().standing(LATER)).isEqualTo(BackupStanding.NONE);
  }

  @Test
  default void copiesThatAreGoneAreForgotten() {
    Storage storage = storage();
    agree(storage, taken(1), taken(2));

    agree(storage, taken(1));

    assertThat(storage.backupLedger().standing(LATER)).isEqualTo(standing(taken(1), null, null));
    assertThat(told(storage)).endsWith("backup.removed 2");
  }

  /** It would tell that what another process took in the meantime is gone. */
  @Test
  default void aListThatIsStaleByNowIsNotTakenOver() {
    Storage storage = storage();
    BackupLedger ledger = storage.backupLedger();
    agree(storage, taken(1));
    AtomicInteger looks = new AtomicInteger();

    ledger.agree(
        () -> {
          if (looks.getAndIncrement() > 0) {
            return List.of(taken(2), taken(3));
          }
          ledger.agree(() -> List.of(taken(1), taken(2)), LATER); // after this look
          return List.of(taken(1));
        },
        LATER);

    assertThat(told(storage))
        .containsExactly("backup.taken 1", "backup.taken 2", "backup.taken 3", "backup.removed 1");
  }

  @Test
  default void whereNobodyCanLookNothingIsForgotten() {
    Storage storage = storage();
    agree(storage, taken(1));
    AtomicInteger looks = new AtomicInteger();

    assertThatThrownBy(
            () ->
                storage
                    .backupLedger()
                    .agree(
                        () -> {
                          if (looks.getAndIncrement() > 0) {
                            throw new StorageUnavailable("the folder is away");
                          }
                          return List.of();
                        },
                        LATER))
        .isInstanceOf(StorageUnavailable.class)
        .hasMessage("the folder is away");

    assertThat(storage.backupLedger().standing(LATER)).isEqualTo(standing(taken(1), null, null));
  }

  @Test
  default void theNewestGoodOneAndTheNewestProvenOneAreKnown() {
    Storage storage = storage();

    agree(storage, proven(1), proven(2), taken(3), taken(4));

    assertThat(storage.backupLedger().standing(LATER))
        .isEqualTo(standing(taken(4), proven(2), null));
  }

  @Test
  default void oneThatIsProvenLaterIsProvenThen() {
    Storage storage = storage();
    agree(storage, taken(1));

    agree(storage, proven(1));

    assertThat(storage.backupLedger().standing(LATER))
        .isEqualTo(standing(taken(1), proven(1), null));
    assertThat(told(storage)).containsExactly("backup.taken 1", "backup.proven 1");
  }

  @Test
  default void attemptsThatFailSaySinceWhen() {
    Storage storage = storage();
    agree(storage, taken(1));
    storage.backupLedger().fail(BackupName.MANUAL, "the disk is full", minute(2));
    storage.backupLedger().fail(BackupName.MANUAL, "the disk is away", minute(3));

    BackupStanding standing =
        storage.backupLedger().fail(BackupName.MANUAL, "no such folder", minute(4));

    BackupStanding.Trouble trouble =
        new BackupStanding.Trouble(minute(2), minute(4), "no such folder");
    assertThat(standing).isEqualTo(standing(taken(1), null, trouble));
    assertThat(storage.backupLedger().standing(LATER)).isEqualTo(standing);
    assertThat(told(storage))
        .endsWith("backup.failed manual", "backup.failed manual", "backup.failed manual");
  }

  @Test
  default void aGoodOneEndsTheTrouble() {
    Storage storage = storage();
    storage.backupLedger().fail(BackupName.MANUAL, "the disk is full", minute(2));

    agree(storage, taken(3));

    assertThat(storage.backupLedger().standing(LATER)).isEqualTo(standing(taken(3), null, null));
  }

  @Test
  default void aCopyThatFailsIsTroubleUntilTheNextGoodOne() {
    Storage storage = storage();
    agree(storage, taken(1), taken(5));

    agree(storage, taken(1), failed(5));

    BackupStanding.Trouble trouble =
        new BackupStanding.Trouble(minute(6), minute(6), "page 7 is broken");
    assertThat(storage.backupLedger().standing(LATER)).isEqualTo(standing(taken(1), null, trouble));
    agree(storage, taken(1), failed(5), taken(8));
    assertThat(storage.backupLedger().standing(LATER)).isEqualTo(standing(taken(8), null, null));
  }

  /** A clock that was a year ahead once is put right. */
  @Test
  default void whatIsDatedAheadHidesNothing() {
    Storage storage = storage();
    int year = 60 * 24 * 365;
    storage.backupLedger().fail(BackupName.MANUAL, "the disk is full", minute(year));
    agree(storage, taken(1), proven(2), taken(3), proven(year + 1));

    BackupStanding before = storage.backupLedger().standing(LATER);
    BackupStanding failing = storage.backupLedger().fail(BackupName.MANUAL, "no room", minute(9));

    assertThat(before).isEqualTo(standing(taken(3), proven(2), null));
    assertThat(failing)
        .isEqualTo(
            standing(
                taken(3), proven(2), new BackupStanding.Trouble(minute(9), minute(9), "no room")));
  }

  private static void agree(Storage storage, Backup... present) {
    storage.backupLedger().agree(() -> List.of(present), LATER);
  }

  private static BackupStanding standing(
      Backup latest, @Nullable Backup proven, BackupStanding.@Nullable Trouble trouble) {
    return new BackupStanding(known(latest), proven == null ? null : known(proven), trouble);
  }

  private static BackupStanding.Known known(Backup backup) {
    return new BackupStanding.Known(backup.fileName(), backup.takenAt());
  }

  /** Kinds of events, each with the last word of its subject's id. */
  private static List<String> told(Storage storage) {
    return storage.journal().after(0, EventFilter.ALL, new Limit(100)).stream()
        .map(
            event ->
                event.happening().kind()
                    + " "
                    + Objects.requireNonNull(event.happening().subject())
                        .id()
                        .replaceAll("system_backup_[a-z]+_|\\.db", ""))
        .toList();
  }
}
